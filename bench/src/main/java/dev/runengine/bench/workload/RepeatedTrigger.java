package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.engine.Node;
import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.bench.measure.Latencies;
import dev.runengine.bench.report.Figure;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.json.Json;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.RequestKey;
import java.util.List;
import java.util.Optional;

/** The same trigger under the same key, again and again: each time the request is hashed, and the first answer is read. */
record RepeatedTrigger(int repeats) implements Workload {
    private static final WorkflowSpec WORKFLOW = CampaignGraph.of("bench.repeated", CachePolicy.GLOBAL);

    @Override
    public String name() {
        return "W4 same key";
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(WORKFLOW);
    }

    @Override
    public Measurement measure(Bed bed) throws Exception {
        var payload = Json.object(TimedSkills.TRIGGERED, TimedSkills.now());
        bed.node().awaitCompletion(trigger(bed.node(), payload).runId());
        double commitMs = bed.meter().commitFloor();
        var latencies = new Latencies();
        for (int n = 0; n < repeats + repeats / 4; n++) {
            long start = System.nanoTime();
            var answer = trigger(bed.node(), payload);
            long took = System.nanoTime() - start;
            if (!answer.repeated()) {
                throw new IllegalStateException("a second run: " + answer);
            }
            if (n >= repeats / 4) {
                latencies.add(took);
            }
        }
        return new Measurement(
                name(),
                repeats + " repeats of one trigger with its key, one by one, by a call of the engine",
                commitMs,
                Machine.loadOfAMinute(),
                List.of(
                        Figure.of("repeat p50", latencies.p50(), "ms").atMost(1.5),
                        Figure.of("repeat p99", latencies.p99(), "ms")));
    }

    private static QueuedRun trigger(Node node, Json payload) {
        var request = TriggerRequest.of(Node.TENANT, WORKFLOW.name(), payload);
        var key = RequestKey.of("the-same", payload);
        return switch (node.engine().trigger(request, Optional.of(key))) {
            case Answer.Accepted<QueuedRun>(var run) -> run;
            case Answer.Refused<QueuedRun> refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
