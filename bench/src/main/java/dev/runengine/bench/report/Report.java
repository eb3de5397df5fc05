package dev.runengine.bench.report;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that one call of the bench measured, as a table and as JSON. */
public record Report(Machine machine, List<Measurement> measurements) {
    private static final String ROW = "%-22s %-24s %16s   %-12s %s%n";

    public Report {
        measurements = List.copyOf(measurements);
    }

    /** The rows of one workload; C is the commit that the gaps are measured in. */
    public static String table(Measurement measured) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s: %s (C %.2f ms, load %.2f)%n",
                measured.workload(),
                measured.what(),
                measured.commitMs(),
                measured.load()));
        for (var figure : measured.figures()) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    "",
                    figure.name(),
                    figure.shown(),
                    figure.target().map(Target::toString).orElse(""),
                    figure.target()
                            .map(target -> verdict(target, figure.value()))
                            .orElse("")));
        }
        return text.toString();
    }

    private static String verdict(Target target, double value) {
        return target.metBy(value) ? "met" : String.format(Locale.ROOT, "missed, %.1f times", target.factor(value));
    }

    /**
     * {@code {machine, measurements: [{workload, what, commitMs, load, figures: [{name, value, unit, wanted?, met?}]}]}}.
     */
    public JObject json() {
        return Json.object(
                "machine",
                machine.json(),
                "measurements",
                array(measurements.stream().<Json>map(Report::json).toList()));
    }

    private static JObject json(Measurement measured) {
        return Json.object("workload", Json.of(measured.workload()), "what", Json.of(measured.what()))
                .with("commitMs", Json.of(measured.commitMs()))
                .with("load", Json.of(measured.load()))
                .with(
                        "figures",
                        array(measured.figures().stream()
                                .<Json>map(Report::json)
                                .toList()));
    }

    private static JObject json(Figure figure) {
        var object = Json.object(
                "name", Json.of(figure.name()), "value", Json.of(figure.value()), "unit", Json.of(figure.unit()));
        return figure.target()
                .map(target -> object.with("wanted", Json.of(target.toString()))
                        .with("met", Json.of(target.metBy(figure.value()))))
                .orElse(object);
    }

    private static JArray array(List<Json> items) {
        return new JArray(new ArrayList<>(items));
    }
}
