package dev.runengine.runtime.node;

import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.WorkflowVersions;
import java.util.function.Supplier;

/** Where a node keeps everything. @param queue registers the node's worker */
public record Ports(
        RunStore runs,
        RunQueries queries,
        QueueBoard board,
        Journal journal,
        StepCache cache,
        WorkflowVersions versions,
        ArtifactStore artifacts,
        Supplier<RunQueue> queue) {}
