package dev.runengine.cli.connection;

import dev.runengine.client.RunEngineClient;

/**
 * A server to talk to.
 *
 * @param ownServer whether it lives in this process and ends with the connection
 * @param ending ends it
 */
public record Connection(RunEngineClient client, boolean ownServer, Runnable ending) implements AutoCloseable {
    public static Connection toRunningServer(RunEngineClient client) {
        return new Connection(client, false, () -> {});
    }

    public static Connection toOwnServer(RunEngineClient client, Runnable ending) {
        return new Connection(client, true, ending);
    }

    @Override
    public void close() {
        ending.run();
    }
}
