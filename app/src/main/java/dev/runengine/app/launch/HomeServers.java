package dev.runengine.app.launch;

import dev.runengine.app.settings.ServerSettings;
import dev.runengine.app.settings.Setting;
import dev.runengine.app.settings.Settings;
import dev.runengine.app.settings.SettingsException;
import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.connection.Servers;
import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.client.RunEngineClient;
import dev.runengine.server.RunEngineServer;
import dev.runengine.server.ServerStartException;
import dev.runengine.store.home.HomeFolder;
import dev.runengine.store.home.HomeFolder.Held;
import dev.runengine.store.home.HomeFolder.Owned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The server of a home folder: the one that holds it, else one of this process's own on ports that are free. */
public final class HomeServers implements Servers {
    /** A server that holds the folder says its port when it is ready, and the first start creates a database. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String LOOPBACK = "127.0.0.1";

    private final Console console;
    private final Map<String, String> environment;

    public HomeServers(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Connection connect(Optional<Path> home, Optional<String> token) {
        try {
            var flags = home.map(path -> Map.of(Setting.HOME, path.toString())).orElse(Map.of());
            return connect(Settings.of(flags, environment), token);
        } catch (SettingsException e) {
            throw Refusals.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect(Settings settings, Optional<String> token) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            switch (HomeFolder.acquire(settings.home())) {
                case Owned free -> {
                    free.close();
                    var own = startIn(settings, token);
                    if (own.isPresent()) {
                        return own.get();
                    }
                }
                case Held(var _, var port)
                when port.isPresent() -> {
                    var address = URI.create("http://%s:%d".formatted(LOOPBACK, port.getAsInt()));
                    return Connection.toRunningServer(client(address, token));
                }
                case Held holder -> refuseAfter(end, settings.home(), holder);
            }
            pause();
        }
    }

    /** Absent when another process took the folder after it was found free. */
    private Optional<Connection> startIn(Settings settings, Optional<String> token) throws IOException {
        var options = ServerSettings.options(settings).withPorts(0, 0).withAddress(LOOPBACK);
        LogTarget.FILE.choose(settings.home());
        console.say("Starting Run Engine in " + settings.home());
        try {
            var server = RunEngineServer.start(options);
            var own = OwnServer.of(server);
            var address = URI.create("http://%s:%d".formatted(LOOPBACK, server.port()));
            return Optional.of(Connection.toOwnServer(client(address, token), own::close));
        } catch (ServerStartException e) {
            if (HomeFolder.acquire(settings.home()) instanceof Owned free) {
                free.close();
                throw Refusals.of(e);
            }
            return Optional.empty();
        }
    }

    private static RunEngineClient client(URI address, Optional<String> token) {
        return token.map(jwt -> RunEngineClient.of(address, jwt)).orElseGet(() -> RunEngineClient.of(address));
    }

    private static void refuseAfter(Instant end, Path home, Held holder) {
        if (Instant.now().isAfter(end)) {
            var process = holder.pid().isPresent() ? "process " + holder.pid().getAsLong() : "another process";
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The home folder is in use by a server that is not ready",
                    process + " holds " + home,
                    "wait for it, stop it, or name another folder with --home");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }
}
