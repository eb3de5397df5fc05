package dev.runengine.runtime.testing;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.cache.ResultCache;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.Planning;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.runtime.engine.Updating;
import dev.runengine.runtime.loading.BaseRuns;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A whole engine: a store, skills that are functions, workers that come and go, and a clock that is moved by hand. All of
 * it belongs to the tenant {@code acme}.
 */
public final class TestEngine implements AutoCloseable {
    public static final String TENANT = "acme";

    final StoreUnderTest store;
    final Journal journal;
    final ResultCache cache;
    final WorkflowRegistry workflows;
    final BaseRuns bases;
    final ArtifactStore artifacts;
    final List<EngineListener> listeners = new ArrayList<>();
    private final TestSkills skills;
    private final ManualTimer timer = new ManualTimer();
    final Host host = Host.of(timer);
    private final Ends ends = new Ends();
    private final RunEngine engine;
    private final Duration heartbeat;
    private final List<TestWorker> workers = new CopyOnWriteArrayList<>();

    private TestEngine(Builder builder) {
        this.skills = builder.skills;
        this.heartbeat = builder.heartbeat;
        this.store = builder.store;
        this.journal = builder.journal.apply(store.journal());
        this.artifacts = builder.artifacts;
        this.cache = new ResultCache(builder.hot, builder.cache.apply(store.cache()), artifacts);
        this.workflows = register(builder);
        this.bases = new BaseRuns(workflows, artifacts);
        listeners.add(ends);
        listeners.addAll(builder.listeners);
        var updating = new Updating(store.runs(), workflows, bases, skills, cache, builder.schemas);
        var planning = new Planning(updating, store.plans(), store.history(), host);
        this.engine =
                new RunEngine(store.runs(), store.queries(), workflows, updating, planning, builder.schemas, host);
    }

    private static WorkflowRegistry register(Builder builder) {
        return switch (WorkflowRegistry.empty().registerAll(builder.workflows, builder.skills)) {
            case Registration.Registered(var registry) -> {
                registry.list().forEach(builder.store::register);
                yield registry;
            }
            case Registration.Refused(var refusals) -> throw new IllegalArgumentException(refusals.toString());
        };
    }

    public static Builder with(WorkflowBuilder... workflows) {
        var builder = new Builder();
        for (var workflow : workflows) {
            builder.workflows.add(workflow.build());
        }
        return builder;
    }

    /** What differs from an engine in memory whose skills all answer at once. */
    public static final class Builder {
        private final List<WorkflowSpec> workflows = new ArrayList<>();
        private final List<EngineListener> listeners = new ArrayList<>();
        private final TestSkills skills = new TestSkills();
        private StoreUnderTest store = new InMemoryStoreUnderTest();
        private HotTier hot = HotTier.NONE;
        private UnaryOperator<Journal> journal = UnaryOperator.identity();
        private UnaryOperator<StepCache> cache = UnaryOperator.identity();
        private SchemaCheck schemas = (_, _) -> List.of();
        private Duration heartbeat = TestWorker.NEVER;
        private ArtifactStore artifacts = new InMemoryArtifactStore(Path.of("target", "test-artifacts"));

        public Builder skill(String id, TestSkills.Body body) {
            skills.define(id, body);
            return this;
        }

        /** What skills do to have their remote jobs stopped. */
        public Builder cancelling(TestSkills.Cancelling cancelling) {
            skills.cancelling(cancelling);
            return this;
        }

        public Builder heartbeat(Duration every) {
            this.heartbeat = every;
            return this;
        }

        public Builder store(StoreUnderTest other) {
            this.store = other;
            return this;
        }

        public Builder hot(HotTier tier) {
            this.hot = tier;
            return this;
        }

        public Builder journal(UnaryOperator<Journal> decorator) {
            this.journal = decorator;
            return this;
        }

        /** What is between the engine and the cold tier. */
        public Builder cache(UnaryOperator<StepCache> decorator) {
            this.cache = decorator;
            return this;
        }

        public Builder schemas(SchemaCheck check) {
            this.schemas = check;
            return this;
        }

        public Builder listener(EngineListener listener) {
            listeners.add(listener);
            return this;
        }

        public Builder artifacts(ArtifactStore other) {
            this.artifacts = other;
            return this;
        }

        /** With one worker. */
        public TestEngine start() {
            var engine = startWithoutWorker();
            engine.addWorker();
            return engine;
        }

        public TestEngine startWithoutWorker() {
            return new TestEngine(this);
        }
    }

    public TestWorker addWorker() {
        return addWorker(heartbeat);
    }

    /** It tells that it is alive when the clock is moved that far. */
    public TestWorker addWorker(Duration heartbeat) {
        var worker = new TestWorker(this, heartbeat);
        workers.add(worker);
        return worker;
    }

    public TestWorker worker() {
        return workers.getFirst();
    }

    public TestWorker lastWorker() {
        return workers.getLast();
    }

    public RunEngine engine() {
        return engine;
    }

    public TestSkills skills() {
        return skills;
    }

    public ManualTimer timer() {
        return timer;
    }

    public StoreUnderTest store() {
        return store;
    }

    public UUID trigger(String workflow) {
        return trigger(workflow, Json.object());
    }

    public UUID trigger(String workflow, Json payload) {
        return accepted(engine.trigger(TriggerRequest.of(TENANT, workflow, payload)))
                .runId();
    }

    public UUID update(UUID base, String changeType, Json payload) {
        return accepted(engine.triggerUpdate(UpdateRequest.of(TENANT, base, changeType, payload)))
                .runId();
    }

    /** Queues a failed run again, whose end was awaited. */
    public void retry(UUID runId) {
        ends.forget(runId);
        accepted(engine.retry(TENANT, runId));
    }

    public static QueuedRun accepted(Answer<QueuedRun> answer) {
        return switch (answer) {
            case Answer.Accepted<QueuedRun>(var run) -> run;
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused.toString());
        };
    }

    public RunRecord run(UUID runId) {
        return store.queries().run(TENANT, runId).orElseThrow();
    }

    /** Blocks until the run's end was announced. */
    public RunRecord awaitEnd(UUID runId) throws InterruptedException {
        try {
            ends.of(runId).get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("the run does not end: " + run(runId) + " " + statuses(runId), e);
        }
        return run(runId);
    }

    /** Whether the run's end is announced within that time, by the system's clock. */
    public boolean endsWithin(UUID runId, Duration time) throws InterruptedException {
        try {
            ends.of(runId).get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public Map<String, StepStatus> statuses(UUID runId) {
        return store.queries().steps(TENANT, runId, Optional.empty()).orElseThrow().stream()
                .collect(Collectors.toMap(step -> step.stepId(), step -> step.status()));
    }

    @Override
    public void close() {
        workers.forEach(TestWorker::close);
        store.close();
    }
}
