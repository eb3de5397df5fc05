package dev.runengine.runtime.node;

import dev.runengine.runtime.limit.Limits;
import java.time.Duration;

/**
 * How much a node does.
 *
 * @param worker whether it executes runs, or only answers
 * @param maxRuns how many runs it drives at once
 * @param maxExecutions how many skills it executes at once
 * @param limits of the whole fleet, the same for each of its nodes
 * @param heartbeat how often its worker tells that it is alive
 * @param handOverGrace how long running steps may go on once the node is closed
 */
public record NodeSettings(
        boolean worker, int maxRuns, int maxExecutions, Limits limits, Duration heartbeat, Duration handOverGrace) {
    public NodeSettings {
        if (maxRuns < 1 || maxExecutions < 1) {
            throw new IllegalArgumentException("a node needs room for at least one run and one execution");
        }
    }

    /** For one machine: executions are bounded by its processors, twice over, since skills also wait. */
    public static NodeSettings forThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new NodeSettings(
                true, 200, Math.max(4, 2 * processors), Limits.NONE, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    public NodeSettings withLimits(Limits other) {
        return new NodeSettings(worker, maxRuns, maxExecutions, other, heartbeat, handOverGrace);
    }
}
