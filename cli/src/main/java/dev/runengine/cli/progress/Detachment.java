package dev.runengine.cli.progress;

import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.console.Console;
import java.util.UUID;

/**
 * What Ctrl-C does while a run is watched: the display stops and the run's address is told.
 *
 * <p>The JVM itself ends with 130, as a shell expects of an interrupted program.
 */
final class Detachment implements AutoCloseable {
    private final Thread hook;

    private Detachment(Thread hook) {
        this.hook = hook;
    }

    static Detachment of(UUID runId, Connection connection, Console console, Display display) {
        var hook = Thread.ofPlatform().unstarted(() -> {
            display.stop();
            console.say(
                    connection.ownServer()
                            ? "Detached. The run goes on when a server runs again: run-engine watch " + runId
                            : "Detached. The run goes on: run-engine watch " + runId);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Detachment(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The program is ending: the hook runs right now.
        }
    }
}
