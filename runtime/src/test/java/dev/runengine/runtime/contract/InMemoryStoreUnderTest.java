package dev.runengine.runtime.contract;

import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.memory.InMemoryBell;
import dev.runengine.runtime.memory.InMemoryCacheShelf;
import dev.runengine.runtime.memory.InMemoryFlights;
import dev.runengine.runtime.memory.InMemoryHistory;
import dev.runengine.runtime.memory.InMemoryPlanStore;
import dev.runengine.runtime.memory.InMemoryQueueBoard;
import dev.runengine.runtime.memory.InMemoryRetentionStore;
import dev.runengine.runtime.memory.InMemoryRunQueries;
import dev.runengine.runtime.memory.InMemoryRunQueue;
import dev.runengine.runtime.memory.InMemoryScheduleStore;
import dev.runengine.runtime.memory.InMemoryStepCache;
import dev.runengine.runtime.memory.InMemoryStore;
import dev.runengine.runtime.memory.InMemoryUseCounts;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.PlanStore;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.UseCounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The adapters in memory, which are the reference. */
public final class InMemoryStoreUnderTest implements StoreUnderTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final InMemoryBell bell = new InMemoryBell();
    private final InMemoryStore store = new InMemoryStore(bell);
    private final InMemoryScheduleStore schedules = new InMemoryScheduleStore();
    private final InMemoryRunQueries queries = new InMemoryRunQueries(store);
    private final InMemoryPlanStore plans = new InMemoryPlanStore(store);
    private final Set<CompiledWorkflow> registered = new LinkedHashSet<>();
    private final InMemoryStepCache cache = new InMemoryStepCache(store);
    private final RunStore runs;
    private final UnaryOperator<RunQueue> queues;
    private final Map<RunQueue, InMemoryRunQueue> workers = new ConcurrentHashMap<>();

    public InMemoryStoreUnderTest() {
        this(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** One whose runs and queues are not quite what they should be. */
    public InMemoryStoreUnderTest(UnaryOperator<RunStore> runs, UnaryOperator<RunQueue> queues) {
        this.runs = runs.apply(store);
        this.queues = queues;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public Journal journal() {
        return store;
    }

    @Override
    public RunQueries queries() {
        return queries;
    }

    @Override
    public CacheShelf shelf() {
        return new InMemoryCacheShelf(store);
    }

    @Override
    public PlanStore plans() {
        return plans;
    }

    @Override
    public History history() {
        return new InMemoryHistory(store);
    }

    @Override
    public QueueBoard board() {
        return new InMemoryQueueBoard(store, bell, InstantSource.system());
    }

    @Override
    public ScheduleStore schedules() {
        return schedules;
    }

    @Override
    public StepCache cache() {
        return cache;
    }

    @Override
    public UseCounts uses() {
        return new InMemoryUseCounts(store);
    }

    @Override
    public Flights flights() {
        return new InMemoryFlights(store);
    }

    @Override
    public RetentionStore retention() {
        return new InMemoryRetentionStore(store, plans);
    }

    @Override
    public void register(CompiledWorkflow workflow) {
        registered.add(workflow);
    }

    @Override
    public void weigh(String tenant, double weight) {
        store.weigh(tenant, weight);
    }

    @Override
    public RunQueue worker() {
        return worker(List.copyOf(registered));
    }

    @Override
    public RunQueue worker(List<CompiledWorkflow> workflows) {
        var digests = workflows.stream().map(CompiledWorkflow::digest).toList();
        var queue = new InMemoryRunQueue(
                store,
                bell,
                UUID.randomUUID(),
                InstantSource.system(),
                LEASE,
                workflow -> digests.contains(workflow.digest()));
        var worker = queues.apply(queue);
        workers.put(worker, queue);
        return worker;
    }

    @Override
    public void kill(RunQueue worker) {
        Objects.requireNonNull(workers.get(worker)).die();
    }

    @Override
    public void invalidateResults() {
        cache.invalidateAll();
    }

    @Override
    public void forget(UUID runId) {
        store.forget(List.of(runId));
    }

    @Override
    public void close() {}
}
