package dev.runengine.store.engine;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A node of its own, with its own connections and its own hot tier, that works on {@code a, b <- a}. */
final class HotNode implements AutoCloseable {
    private static final String TENANT = "acme";
    private static final WorkflowSpec SONG = TestFlows.flow("song")
            .cache(CachePolicy.GLOBAL)
            .step(TestFlows.step("a"))
            .step(TestFlows.step("b <- a"))
            .build();

    private final LambdaSkills skills =
            new LambdaSkills().with("a", LambdaSkills::done).with("b", LambdaSkills::done);
    private final SystemTimer timer = new SystemTimer();
    private final Ends ends = new Ends();
    private final PostgresStore store;
    private final EngineNode node;

    HotNode(TestDatabase database, Path files, HotTier hot) throws IOException {
        store = PostgresStore.open(new Address(database.jdbcUrl(), database.user(), database.password()), 3);
        node = EngineNode.start(
                store.ports(FolderArtifactStore.in(files, timer), "test", Duration.ofSeconds(10), timer)
                        .withHot(hot),
                skills,
                (_, _) -> List.of(),
                List.of(SONG),
                List.of(ends),
                timer,
                NodeSettings.forThisMachine());
    }

    int executions() {
        return skills.calls("a") + skills.calls("b");
    }

    /** How the steps of a run came by their results. Only while this is the only node that works. */
    List<StepDecision> run() throws Exception {
        var answer = node.engine().trigger(TriggerRequest.of(TENANT, "song", Json.object()));
        var run = switch (answer) {
            case Answer.Accepted<QueuedRun>(var queued) -> queued.runId();
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused.toString());
        };
        if (ends.await(run).phase().status() != RunStatus.COMPLETED) {
            throw new AssertionError("the run failed");
        }
        return node.engine().queries().steps(TENANT, run, Optional.empty()).orElseThrow().stream()
                .map(step -> step.decision().orElseThrow())
                .toList();
    }

    @Override
    public void close() {
        node.close();
        store.close();
        timer.close();
    }
}
