package dev.runengine.cli.command;

import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.connection.Servers;
import dev.runengine.client.RunEngineClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class Target {
    private final Servers servers;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:RUN_ENGINE_SERVER}",
            description = "A running server (RUN_ENGINE_SERVER). Without it: the server of the home folder, else one"
                    + " that lives as long as this command.")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "JWT",
            defaultValue = "${env:RUN_ENGINE_TOKEN}",
            description = "Who you are, for a server that asks (RUN_ENGINE_TOKEN).")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:RUN_ENGINE_HOME}",
            description = "The data folder (RUN_ENGINE_HOME; ~/.run-engine).")
    private Optional<Path> home = Optional.empty();

    Target(Servers servers) {
        this.servers = servers;
    }

    Connection connect() {
        if (server.isEmpty()) {
            return servers.connect(home, token);
        }
        var address = server.get();
        return Connection.toRunningServer(
                token.map(jwt -> RunEngineClient.of(address, jwt)).orElseGet(() -> RunEngineClient.of(address)));
    }
}
