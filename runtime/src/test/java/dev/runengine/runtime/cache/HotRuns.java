package dev.runengine.runtime.cache;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.runtime.testing.TestSkills;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs of {@code a, b <- a} over a hot tier. What a skill answers tells how often it was executed. */
final class HotRuns implements AutoCloseable {
    static final CacheFlags REFRESH = new CacheFlags(false, true, true);

    private final AtomicInteger executions = new AtomicInteger();
    private final TestEngine engine;

    HotRuns(HotTier hot) {
        this(hot, CachePolicy.GLOBAL);
    }

    HotRuns(HotTier hot, CachePolicy policy) {
        this.engine = TestEngine.with(TestFlows.flow("song")
                        .cache(policy)
                        .step(TestFlows.step("a"))
                        .step(TestFlows.step("b <- a")))
                .hot(hot)
                .skill("a", _ -> TestSkills.ok(Json.of("a, execution " + executions.incrementAndGet())))
                .skill("b", _ -> TestSkills.ok(Json.of("b, execution " + executions.incrementAndGet())))
                .start();
    }

    TestEngine engine() {
        return engine;
    }

    int executions() {
        return executions.get();
    }

    /** @param own part of the input of step a */
    List<Verdict> run(String own, CacheFlags flags) throws InterruptedException {
        return steps(trigger(own, flags)).stream()
                .map(step -> step.decision().orElseThrow().verdict())
                .toList();
    }

    List<Verdict> run(String own) throws InterruptedException {
        return run(own, CacheFlags.DEFAULT);
    }

    /** Why each step was executed. */
    List<Optional<MissReason>> misses(String own) throws InterruptedException {
        return steps(trigger(own, CacheFlags.DEFAULT)).stream()
                .map(step -> step.decision().orElseThrow().reason())
                .toList();
    }

    /** What the inputs of the steps were; that of b tells which result of a it was given. */
    List<Optional<ContentHash>> inputs(String own, CacheFlags flags) throws InterruptedException {
        return steps(trigger(own, flags)).stream().map(StepRecord::inputHash).toList();
    }

    private List<StepRecord> steps(UUID run) {
        return engine.store()
                .queries()
                .steps(TestEngine.TENANT, run, Optional.empty())
                .orElseThrow();
    }

    private UUID trigger(String own, CacheFlags flags) throws InterruptedException {
        var wish = new TriggerRequest(
                TestEngine.TENANT,
                "song",
                Optional.empty(),
                Json.object("parts", Json.object("a", Json.of(own))),
                flags,
                0,
                Optional.empty(),
                List.of());
        var run = TestEngine.accepted(engine.engine().trigger(wish)).runId();
        if (engine.awaitEnd(run).status() != RunStatus.COMPLETED) {
            throw new AssertionError(engine.run(run).toString());
        }
        return run;
    }

    @Override
    public void close() {
        engine.close();
    }
}
