package dev.runengine.runtime.contract;

import dev.runengine.core.workflow.CompiledWorkflow;
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
import java.util.List;
import java.util.UUID;

/** An empty store, and what its tests must be able to do to it. Its queue goes by the system's clock. */
public interface StoreUnderTest extends AutoCloseable {
    RunStore runs();

    Journal journal();

    RunQueries queries();

    CacheShelf shelf();

    PlanStore plans();

    History history();

    QueueBoard board();

    ScheduleStore schedules();

    StepCache cache();

    UseCounts uses();

    Flights flights();

    RetentionStore retention();

    /** Before a run of the workflow is created. */
    void register(CompiledWorkflow workflow);

    /** Gives a tenant another share than 1. */
    void weigh(String tenant, double weight);

    /** Another worker's view of the queue; it knows all that was registered so far. */
    RunQueue worker();

    /** A worker's view that knows only these. */
    RunQueue worker(List<CompiledWorkflow> workflows);

    /** As if the worker's process had died, and the store had noticed. */
    void kill(RunQueue worker);

    /** Deletes every cached result, as an invalidation of everything does. */
    void invalidateResults();

    /** Deletes a run and what belongs to it, whatever else refers to it. */
    void forget(UUID runId);

    @Override
    void close();
}
