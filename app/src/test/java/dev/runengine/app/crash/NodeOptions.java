package dev.runengine.app.crash;

import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.limit.Limits.Limit;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.store.database.Database.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the nodes of a fleet are.
 *
 * @param lease how long a node keeps its runs in silence
 * @param grace how long its steps may go on once it is told to stop
 * @param maxRuns how many runs it drives at once
 * @param limit of executions of local skills at once, in the whole fleet; 0 for none
 */
record NodeOptions(Address database, Path files, Duration lease, Duration grace, int maxRuns, int limit) {
    private static final int EXECUTIONS = 200;
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    /** A lease so long that nothing in a test can have waited for it. */
    static NodeOptions usual(Address database, Path files) {
        return new NodeOptions(database, files, Duration.ofMinutes(2), Duration.ofSeconds(10), EXECUTIONS, 0);
    }

    NodeOptions withLease(Duration other) {
        return new NodeOptions(database, files, other, grace, maxRuns, limit);
    }

    NodeOptions withGrace(Duration other) {
        return new NodeOptions(database, files, lease, other, maxRuns, limit);
    }

    NodeOptions withMaxRuns(int other) {
        return new NodeOptions(database, files, lease, grace, other, limit);
    }

    NodeOptions withLimit(int other) {
        return new NodeOptions(database, files, lease, grace, maxRuns, other);
    }

    List<String> arguments() {
        return List.of(
                database.url(),
                database.user(),
                database.password(),
                files.toString(),
                lease.toString(),
                grace.toString(),
                Integer.toString(maxRuns),
                Integer.toString(limit));
    }

    static NodeOptions of(List<String> arguments) {
        return new NodeOptions(
                new Address(arguments.get(0), arguments.get(1), arguments.get(2)),
                Path.of(arguments.get(3)),
                Duration.parse(arguments.get(4)),
                Duration.parse(arguments.get(5)),
                Integer.parseInt(arguments.get(6)),
                Integer.parseInt(arguments.get(7)));
    }

    /** @param worker whether the node executes runs */
    NodeSettings settings(boolean worker) {
        return new NodeSettings(worker, maxRuns, EXECUTIONS, limits(), HEARTBEAT, grace);
    }

    private Limits limits() {
        if (limit == 0) {
            return Limits.NONE;
        }
        var local = Set.of(Campaign.LOCAL_SKILL);
        return new Limits(
                List.of(new Limit("local work", local, Set.of(), false, Optional.of(limit), Optional.empty())));
    }
}
