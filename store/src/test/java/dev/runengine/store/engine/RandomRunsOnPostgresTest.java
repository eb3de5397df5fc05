package dev.runengine.store.engine;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random graphs, many at once, through the real driver on a real database. Run one again with {@code -Dseed=N}. */
class RandomRunsOnPostgresTest {
    private static final int SEEDS = 500;

    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final Ends ends = new Ends();

    @Test
    void everyRunEndsAndNoStepStartsBeforeItsDependencies(@TempDir Path files) throws Exception {
        var seeds = seeds();
        var fresh = TestDatabase.empty();
        try (var timer = new SystemTimer();
                var store = PostgresStore.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 6);
                var node = EngineNode.start(
                        store.ports(FolderArtifactStore.in(files, timer), "test", Duration.ofSeconds(30), timer),
                        skills(),
                        (_, _) -> List.of(),
                        seeds.stream().map(RandomRunsOnPostgresTest::graph).toList(),
                        List.of(ends, this::check),
                        timer,
                        NodeSettings.forThisMachine())) {
            var runs = new HashMap<Long, UUID>();
            for (long seed : seeds) {
                runs.put(seed, trigger(node, seed));
            }
            for (var run : runs.entrySet()) {
                var expected = breaks(run.getKey()) ? RunStatus.FAILED : RunStatus.COMPLETED;
                var seed = "-Dseed=" + run.getKey();
                assertThat(ends.await(run.getValue()).phase().status()).as(seed).isEqualTo(expected);
                var shown = node.engine().queries().run("acme", run.getValue()).orElseThrow();
                assertThat(shown.status()).as(seed).isEqualTo(expected);
                if (expected == RunStatus.COMPLETED) {
                    assertThat(shown.steps().completed())
                            .as(seed)
                            .isEqualTo(shown.steps().total());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    private static List<Long> seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, SEEDS).boxed().toList() : List.of(one);
    }

    private static LambdaSkills skills() {
        return new LambdaSkills()
                .with("work", LambdaSkills::done)
                .with("break", _ -> new Result.Failed(new SkillFailure.Rejected("as it was told to")));
    }

    private static boolean breaks(long seed) {
        return seed % 5 == 0;
    }

    private static WorkflowSpec graph(long seed) {
        var random = new Random(seed);
        int size = 1 + random.nextInt(20);
        int broken = breaks(seed) ? random.nextInt(size) : -1;
        int mostDependencies = random.nextInt(4);
        var graph = workflow("random." + seed, "1.0.0").cache(CachePolicy.OFF).retry(RetryPolicy.NONE);
        for (int i = 0; i < size; i++) {
            graph.step(step("s" + i)
                    .skill(i == broken ? "break" : "work")
                    .after(dependencies(random, i, mostDependencies))
                    .input(constant("step " + i + " of seed " + seed)));
        }
        return graph.build();
    }

    private static String[] dependencies(Random random, int step, int most) {
        var dependencies = new ArrayList<String>();
        for (int i = 0; i < most && step > 0; i++) {
            dependencies.add("s" + random.nextInt(step));
        }
        return dependencies.stream().distinct().toArray(String[]::new);
    }

    private static UUID trigger(EngineNode node, long seed) {
        var answer = node.engine().trigger(TriggerRequest.of("acme", "random." + seed, Json.object()));
        return switch (answer) {
            case Answer.Accepted<QueuedRun>(var run) -> run.runId();
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused);
        };
    }

    private void check(RunState after, Transition transition, Instant at) {
        var run = after.workflow().name();
        switch (transition) {
            case Transition.StepMoved(int step, var from, StepState.Executing to) -> {
                if (to.counters().attempt() != 1 || !(from instanceof StepState.Resolving)) {
                    breaches.add(run + ": step " + step + " started again at " + at);
                }
                for (int dependency : after.workflow().dependencies(step)) {
                    if (!(after.step(dependency) instanceof StepState.Done)) {
                        breaches.add(run + ": step " + step + " started before " + dependency + " was done");
                    }
                }
            }
            case Transition.RunMoved(Phase.Ended _, var _) -> breaches.add(run + " went on after its end");
            case Transition.StepMoved _, Transition.RunMoved _ -> {}
        }
    }
}
