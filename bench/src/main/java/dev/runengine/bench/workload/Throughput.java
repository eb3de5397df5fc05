package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.measure.Latencies;
import dev.runengine.bench.measure.Meter.Cost;
import dev.runengine.bench.report.Figure;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.workflow.WorkflowSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How many steps of one workflow get done, and at what cost.
 *
 * @param warmUp the same load, not measured
 * @param wanted what is wanted of figures, by their names
 */
record Throughput(
        String name,
        String what,
        WorkflowSpec workflow,
        Load warmUp,
        Load load,
        Map<String, UnaryOperator<Figure>> wanted)
        implements Workload {
    static final String STEPS_PER_SECOND = "throughput";
    static final String GAP = "gap between steps p50";
    static final String COMMITS = "commits per step";
    static final String WAL = "WAL per step";
    static final String CPU = "CPU per step";
    static final String HEAP_PEAK = "heap peak";
    static final String SECONDS = "all done after";
    static final String RUN = "run p50";

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(workflow);
    }

    @Override
    public Measurement measure(Bed bed) throws Exception {
        warmUp.on(bed.node());
        double commitMs = bed.meter().commitFloor();
        bed.node().forget();
        var latencies = new Latencies[1];
        var cost = bed.meter().during(() -> latencies[0] = load.on(bed.node()));
        var figures = figures(bed, cost, latencies[0], commitMs).stream()
                .map(figure -> wanted.getOrDefault(figure.name(), UnaryOperator.identity())
                        .apply(figure))
                .toList();
        return new Measurement(name, what, commitMs, Machine.loadOfAMinute(), figures);
    }

    private List<Figure> figures(Bed bed, Cost cost, Latencies latencies, double commitMs) {
        double steps = (double) latencies.count() * workflow.steps().size();
        var gaps = bed.node().skills().gaps();
        var starts = bed.node().skills().starts();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("runs", latencies.count(), ""));
        figures.add(Figure.of(STEPS_PER_SECOND, steps / cost.seconds(), "steps/s"));
        figures.add(Figure.of(SECONDS, cost.seconds(), "s"));
        figures.add(Figure.of(RUN, latencies.p50(), "ms"));
        figures.add(Figure.of("run p99", latencies.p99(), "ms"));
        if (gaps.count() > 0) {
            figures.add(Figure.of(GAP, gaps.p50(), "ms"));
            figures.add(Figure.of("gap between steps p99", gaps.p99(), "ms"));
            figures.add(Figure.of("gap p50 in commits", gaps.p50() / commitMs, "C"));
        }
        if (starts.count() > 0) {
            figures.add(Figure.of("call to first step p50", starts.p50(), "ms"));
        }
        figures.add(Figure.of("journal commit p50", bed.node().commits().p50(), "ms"));
        figures.add(Figure.of("in the journal", bed.node().commits().total() / cost.seconds() / 10, "% of the time"));
        figures.add(Figure.of(COMMITS, cost.commits() / steps, ""));
        figures.add(Figure.of(WAL, cost.walBytes() / steps, "bytes"));
        figures.add(Figure.of("page images per step", cost.pageImageBytes() / steps, "bytes"));
        figures.add(Figure.of(CPU, cost.cpuMs() / steps, "ms"));
        figures.add(Figure.of(HEAP_PEAK, cost.heapPeakMb(), "MB"));
        figures.add(Figure.of("heap live after", cost.heapLiveMb(), "MB"));
        return figures;
    }
}
