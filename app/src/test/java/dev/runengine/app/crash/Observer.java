package dev.runengine.app.crash;

import java.util.List;
import java.util.UUID;

/** Follows what the nodes of a fleet do. Called on many threads; the node waits until the call returns. */
interface Observer {
    /** The node is about to make a write of its journal. */
    default void writing(String node, List<Recording> write) throws InterruptedException {}

    /** The node has made it. */
    default void written(String node, List<Recording> write) throws InterruptedException {}

    default void started(Execution execution) throws InterruptedException {}

    default void ended(Execution execution) throws InterruptedException {}

    /** It ended without knowing whether its job was submitted: the step waits for a person. */
    default void gaveUp(Execution execution) throws InterruptedException {}

    /** A transition on record. @param what such as {@code bundle_game:completed} */
    record Recording(UUID runId, String what) {}

    /** @param run the name that the test gave it */
    record Execution(String node, String run, String step, UUID key) {}
}
