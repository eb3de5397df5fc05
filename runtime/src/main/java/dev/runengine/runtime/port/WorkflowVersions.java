package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import java.time.Instant;
import java.util.List;

/** Remembers every workflow version that was ever registered: runs finish on the version they started with. */
public interface WorkflowVersions {
    /** @return false when this name and version stand for another digest already; nothing is recorded then */
    boolean record(String name, String version, ContentHash digest, Json spec, Instant at);

    List<Json> specs();
}
