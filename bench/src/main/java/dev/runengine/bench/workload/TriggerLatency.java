package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.engine.Node;
import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.bench.report.Figure;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.json.Json;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;

/**
 * From the call of an idle engine to the start of the first step; asked of the node that works, then of another one that
 * meets it only in the database.
 */
record TriggerLatency(int runs) implements Workload {
    private static final WorkflowSpec ONE_STEP = Graphs.chain("bench.one", 1, CachePolicy.OFF);
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "W6";
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(ONE_STEP);
    }

    @Override
    public Measurement measure(Bed bed) throws Exception {
        double commitMs = bed.meter().commitFloor();
        var starts = bed.node().skills().starts();
        trigger(bed.node(), bed.node());
        double sameP50 = starts.p50();
        double sameP99 = starts.p99();
        try (var front = bed.front()) {
            trigger(front, bed.node());
        }
        return new Measurement(
                name(),
                runs + " runs of one step, one by one, by a call of the engine",
                commitMs,
                Machine.loadOfAMinute(),
                List.of(
                        Figure.of("same node p50", sameP50, "ms").atMost(4),
                        Figure.of("same node p99", sameP99, "ms").atMost(12),
                        Figure.of("other node p50", starts.p50(), "ms").atMost(8),
                        Figure.of("other node p99", starts.p99(), "ms").atMost(25)));
    }

    private void trigger(Node front, Node worker) throws InterruptedException {
        for (int n = 0; n < WARM_UP + runs; n++) {
            if (n == WARM_UP) {
                worker.forget();
            }
            var run = front.trigger(ONE_STEP.name(), Json.object(TimedSkills.TRIGGERED, TimedSkills.now()));
            worker.awaitCompletion(run);
        }
    }
}
