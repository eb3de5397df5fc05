package dev.runengine.cli.progress;

import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.client.RunEngineClient;
import dev.runengine.client.ServerUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Watches a run until it is over, and shows it meanwhile. */
public final class RunWatch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /** How long a server may be away before the watch gives up; a restart takes a few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;
    private final Console console;
    private final InstantSource clock;

    public RunWatch(Connection connection, Console console, InstantSource clock) {
        this.connection = connection;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Returns when the run is over, in whichever way.
     *
     * @param limit how long to wait at most
     * @throws CommandFailure when the limit passed; the run goes on
     */
    public Snapshot untilOver(UUID runId, Optional<Duration> limit) {
        var display = Display.on(console);
        try (var _ = Detachment.of(runId, connection, console, display)) {
            return follow(runId, limit.map(clock.instant()::plus), display);
        } finally {
            display.stop();
        }
    }

    private Snapshot follow(UUID runId, Optional<Instant> end, Display display) {
        var pause = FIRST_PAUSE;
        var lastSeen = clock.instant();
        while (true) {
            try {
                var snapshot = look(connection.client(), runId);
                lastSeen = clock.instant();
                display.show(snapshot, lastSeen);
                if (snapshot.run().over()) {
                    return snapshot;
                }
            } catch (ServerUnreachableException e) {
                if (clock.instant().isAfter(lastSeen.plus(PATIENCE))) {
                    throw e;
                }
            }
            if (end.isPresent() && clock.instant().isAfter(end.get())) {
                throw waitedEnough(runId);
            }
            pause = longer(pause);
            sleep(pause);
        }
    }

    /** The run first: when it is over, the steps read after it are final. */
    private static Snapshot look(RunEngineClient client, UUID runId) {
        var run = client.run(runId);
        return new Snapshot(run, client.steps(runId).steps());
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static CommandFailure waitedEnough(UUID runId) {
        return new CommandFailure(
                ExitCode.STILL_RUNNING,
                "The run is not over yet",
                "run " + runId,
                "it goes on; see it with: run-engine watch " + runId);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watching a run", e);
        }
    }
}
