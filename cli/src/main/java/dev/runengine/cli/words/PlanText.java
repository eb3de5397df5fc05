package dev.runengine.cli.words;

import dev.runengine.cli.output.Table;
import dev.runengine.cli.progress.DurationText;
import dev.runengine.client.wire.BillView;
import dev.runengine.client.wire.BillView.AmountView;
import dev.runengine.client.wire.EstimateView;
import dev.runengine.client.wire.EstimateView.SpreadView;
import dev.runengine.client.wire.PlanView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What an update would do and take. */
public final class PlanText {
    private PlanText() {}

    public static List<String> of(PlanView plan) {
        var table = new Table("STEP", "EXPECTED", "BECAUSE", "TIME", "COST", "FROM");
        plan.steps()
                .forEach(step -> table.row(
                        step.stepId(),
                        step.expectation(),
                        step.reason(),
                        spread(step.estimate().map(EstimateView::durationMs), PlanText::time),
                        spread(step.estimate().map(EstimateView::costMicros), PlanText::money),
                        step.estimate()
                                .map(estimate -> samples(estimate.samples()))
                                .orElse("")));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(summary(plan));
        return lines;
    }

    private static List<String> summary(PlanView plan) {
        int all = plan.steps().size();
        if (plan.stepsToExecute() == 0) {
            return List.of("Nothing of %d steps would be executed.".formatted(all));
        }
        var lines = new ArrayList<String>();
        lines.add("%d of %d steps would be executed or may be; the work is %s.%s"
                .formatted(plan.stepsToExecute(), all, range(plan.totals()), unknown(plan.totals())));
        lines.add("To have exactly this: run-engine update %s --plan %s   (until %s)"
                .formatted(plan.baseRunId(), plan.planId(), plan.expiresAt()));
        return lines;
    }

    private static String range(BillView totals) {
        var least = amount(totals.least());
        var most = amount(totals.most());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String amount(AmountView amount) {
        return amount.costMicros() == 0
                ? time(amount.durationMs())
                : time(amount.durationMs()) + " and " + MoneyText.of(amount.costMicros());
    }

    private static String unknown(BillView totals) {
        int unknown = totals.runUnknown() + totals.maybeUnknown();
        return switch (unknown) {
            case 0 -> "";
            case 1 -> " One step comes on top: what it takes is not known yet.";
            default -> " %d steps come on top: what they take is not known yet.".formatted(unknown);
        };
    }

    private static String spread(Optional<SpreadView> spread, LongFunction<String> text) {
        return spread.map(known -> {
                    var p50 = text.apply(known.p50());
                    var p90 = text.apply(known.p90());
                    return p50.equals(p90) ? p50 : p50 + " - " + p90;
                })
                .orElse("?");
    }

    private static String samples(int samples) {
        return samples == 1 ? "1 run" : samples + " runs";
    }

    private static String time(long millis) {
        return DurationText.of(Duration.ofMillis(millis));
    }

    private static String money(long micros) {
        return micros == 0 ? "-" : MoneyText.of(micros);
    }
}
