package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.engine.Node;
import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.bench.measure.Latencies;
import dev.runengine.bench.report.Figure;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.json.Json;
import dev.runengine.core.plan.Plan;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.PlannedUpdate;
import dev.runengine.runtime.engine.UpdateRequest;
import java.util.List;
import java.util.UUID;

/** The preview of an update of a run of 1,000 steps, of which five execute anew with all that follows. */
record UpdatePlan(int plans) implements Workload {
    private static final int STEPS = 1_000;
    private static final String CHANGE = "first.update";
    private static final WorkflowSpec WORKFLOW = Graphs.layers("bench.planned", STEPS, CachePolicy.GLOBAL)
            .change(Workflows.change(CHANGE).seeds("s0", "s1", "s2", "s3", "s4").force())
            .build();

    @Override
    public String name() {
        return "W8";
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(WORKFLOW);
    }

    @Override
    public Measurement measure(Bed bed) throws Exception {
        var node = bed.node();
        var base = node.trigger(WORKFLOW.name(), Json.object(TimedSkills.TRIGGERED, TimedSkills.now()));
        node.awaitCompletion(base);
        double commitMs = bed.meter().commitFloor();
        var latencies = new Latencies();
        int executed = 0;
        for (int n = 0; n < plans + plans / 4; n++) {
            long start = System.nanoTime();
            executed = plan(node, base).stepsToExecute();
            if (n >= plans / 4) {
                latencies.add(System.nanoTime() - start);
            }
        }
        return new Measurement(
                name(),
                plans + " plans of an update of " + executed + " of " + STEPS + " steps",
                commitMs,
                Machine.loadOfAMinute(),
                List.of(
                        Figure.of("plan p50", latencies.p50(), "ms").atMost(50),
                        Figure.of("plan p99", latencies.p99(), "ms")));
    }

    private static Plan plan(Node node, UUID base) {
        return switch (node.engine().plan(UpdateRequest.of(Node.TENANT, base, CHANGE, Json.object()))) {
            case Answer.Accepted<PlannedUpdate>(var planned) -> planned.plan();
            case Answer.Refused<PlannedUpdate> refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
