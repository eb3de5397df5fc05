package dev.runengine.server.wiring;

import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.WorkflowVersions;

/**
 * Where an engine keeps everything.
 *
 * @param queue this process' view of it
 * @param closing lets go of connections and the like; called last
 */
public record Stores(
        RunStore runs,
        RunQueries queries,
        Journal journal,
        RunQueue queue,
        StepCache cache,
        ArtifactStore artifacts,
        WorkflowVersions versions,
        Runnable closing) {}
