package dev.runengine.runtime.contract;

import static dev.runengine.runtime.testing.TestFlows.step;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Runs of {@code a, b <- a} on one store, all of which need the same of {@code a}. */
abstract class SharedWork {
    static final int MAX_ATTEMPTS = 3;
    static final int CROWD = 100;
    static final Duration STEP_OF_TIME = Duration.ofMillis(20);

    final Signal started = new Signal();
    final Signal finish = new Signal();

    /** A store without runs. */
    protected abstract StoreUnderTest open();

    static WorkflowBuilder shared() {
        return Workflows.workflow("f", "1.0.0")
                .step(step("a").retry(new RetryPolicy(MAX_ATTEMPTS, Duration.ofMillis(1), MAX_ATTEMPTS)))
                .step(step("b <- a"));
    }

    TestEngine.Builder engine() {
        return TestEngine.with(shared()).store(open());
    }

    /** Executes until the test lets it finish. */
    Result slow() throws InterruptedException {
        started.give();
        finish.await();
        return TestSkills.ok(Json.of("made"));
    }

    static List<UUID> trigger(TestEngine engine, int runs) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < runs; i++) {
            ids.add(engine.trigger("f"));
        }
        return ids;
    }

    static UUID triggerWith(TestEngine engine, CacheFlags flags) {
        return TestEngine.accepted(engine.engine()
                        .trigger(new TriggerRequest(
                                TestEngine.TENANT,
                                "f",
                                Optional.empty(),
                                Json.object(),
                                flags,
                                0,
                                Optional.empty(),
                                List.of())))
                .runId();
    }

    static UUID awaitWaiter(TestEngine engine) throws InterruptedException {
        var waiter = engine.trigger("f");
        awaitUntil(engine, () -> a(engine, waiter).awaitedRun().isPresent());
        return waiter;
    }

    static List<StepRecord> waiting(TestEngine engine, List<UUID> runs) {
        return runs.stream()
                .map(run -> a(engine, run))
                .filter(step -> step.awaitedRun().isPresent())
                .toList();
    }

    static StepRecord a(TestEngine engine, UUID run) {
        return engine.store().queries().steps(TestEngine.TENANT, run, Optional.empty()).orElseThrow().stream()
                .filter(step -> step.stepId().equals("a"))
                .findFirst()
                .orElseThrow();
    }

    static RunStatus awaitEnd(TestEngine engine, UUID run) throws InterruptedException {
        for (int looks = 0; looks < 1_500; looks++) {
            if (engine.endsWithin(run, STEP_OF_TIME)) {
                return engine.run(run).status();
            }
            engine.timer().advance(STEP_OF_TIME);
        }
        throw new AssertionError("the run does not end: " + engine.run(run) + " " + engine.statuses(run));
    }

    static void awaitUntil(TestEngine engine, BooleanSupplier fact) throws InterruptedException {
        var never = UUID.randomUUID();
        for (int looks = 0; looks < 1_500; looks++) {
            if (fact.getAsBoolean()) {
                return;
            }
            engine.endsWithin(never, STEP_OF_TIME);
        }
        throw new AssertionError("what was waited for did not happen");
    }
}
