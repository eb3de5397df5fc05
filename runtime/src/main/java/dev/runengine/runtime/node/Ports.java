package dev.runengine.runtime.node;

import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.PlanStore;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.UseCounts;
import dev.runengine.runtime.port.WorkflowVersions;
import java.util.List;
import java.util.function.Function;

/**
 * Where a node keeps everything.
 *
 * @param hot what is looked up before the cache
 * @param queue registers the node's worker, which claims runs of these workflow versions only
 */
public record Ports(
        RunStore runs,
        RunQueries queries,
        History history,
        CacheShelf shelf,
        PlanStore plans,
        QueueBoard board,
        Journal journal,
        HotTier hot,
        StepCache cache,
        UseCounts uses,
        Flights flights,
        WorkflowVersions versions,
        ArtifactStore artifacts,
        Function<List<CompiledWorkflow>, RunQueue> queue) {

    public Ports withHot(HotTier tier) {
        return new Ports(
                runs, queries, history, shelf, plans, board, journal, tier, cache, uses, flights, versions, artifacts,
                queue);
    }

    public Ports withCache(StepCache other) {
        return new Ports(
                runs, queries, history, shelf, plans, board, journal, hot, other, uses, flights, versions, artifacts,
                queue);
    }
}
