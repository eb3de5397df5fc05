package dev.runengine.app.launch;

import dev.runengine.app.settings.ServerSettings;
import dev.runengine.app.settings.Setting;
import dev.runengine.app.settings.Settings;
import dev.runengine.app.settings.SettingsException;
import dev.runengine.cli.console.Console;
import dev.runengine.server.RunEngineServer;
import dev.runengine.server.ServerStartException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until the process is told to end. Prints one line when it is ready. */
@Command(
        name = "server",
        description = {
            "Run a server until it is told to stop (Ctrl-C, SIGTERM). Prints one line when it is ready.",
            "",
            "A flag wins over its environment variable, which wins over run-engine.properties in the home folder"
                    + " (which uses the variables' names).",
            ""
        })
public final class ServerCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--home", paramLabel = "DIR", description = "Data folder (RUN_ENGINE_HOME; ~/.run-engine).")
    private Optional<String> home = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "API (RUN_ENGINE_PORT; 3001). 0 takes a free one.")
    private Optional<String> port = Optional.empty();

    @Option(
            names = "--ops-port",
            paramLabel = "PORT",
            description = "Health and metrics (RUN_ENGINE_OPS_PORT; 3002). 0 takes a free one.")
    private Optional<String> opsPort = Optional.empty();

    @Option(
            names = "--database-url",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL (RUN_ENGINE_DATABASE_URL). Without it: an embedded one in the home folder.")
    private Optional<String> databaseUrl = Optional.empty();

    @Option(names = "--database-user", paramLabel = "NAME", description = "RUN_ENGINE_DATABASE_USER")
    private Optional<String> databaseUser = Optional.empty();

    @Option(
            names = "--database-password",
            paramLabel = "TEXT",
            description =
                    "RUN_ENGINE_DATABASE_PASSWORD, which other users of the machine cannot see as they see a flag.")
    private Optional<String> databasePassword = Optional.empty();

    @Option(
            names = "--redis-url",
            paramLabel = "URL",
            description =
                    "Redis or Valkey, for hot results that nodes share (RUN_ENGINE_REDIS_URL; none: each its own)."
                            + " In the environment other users of the machine cannot see a password in it.")
    private Optional<String> redisUrl = Optional.empty();

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "Files of runs (RUN_ENGINE_ARTIFACTS; artifacts in the home folder).")
    private Optional<String> artifacts = Optional.empty();

    @Option(
            names = "--providers",
            paramLabel = "FILE",
            description = "Which skills are done by which providers (RUN_ENGINE_PROVIDERS; none: all are local).")
    private Optional<String> providers = Optional.empty();

    @Option(
            names = "--roles",
            paramLabel = "ROLES",
            description = "What this process does: api, worker (RUN_ENGINE_ROLES; api,worker).")
    private Optional<String> roles = Optional.empty();

    @Option(
            names = "--issuer-uri",
            paramLabel = "URI",
            description =
                    "Who issues the tokens that are accepted (RUN_ENGINE_ISSUER_URI). Without it: development mode,"
                            + " one tenant, reachable from this machine only.")
    private Optional<String> issuerUri = Optional.empty();

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            description = "How long a worker that is not heard of keeps its runs (RUN_ENGINE_LEASE; 15s).")
    private Optional<String> lease = Optional.empty();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description =
                    "text, or json: one object a line with the fields of each event (RUN_ENGINE_LOG_FORMAT; text).")
    private Optional<String> logFormat = Optional.empty();

    public ServerCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** Does not return once it serves: the process ends with 0 when it is told to. */
    @Override
    public Integer call() throws InterruptedException {
        var started = new CompletableFuture<RunEngineServer>();
        // Before the start, so that a process told to end in the middle of it leaves no database behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(started)));
        try {
            started.complete(start());
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
            throw e;
        }
        var server = started.join();
        console.print("Run Engine is ready: http://127.0.0.1:%d (operations: http://127.0.0.1:%d)"
                .formatted(server.port(), server.opsPort()));
        new CountDownLatch(1).await();
        return 0;
    }

    private RunEngineServer start() {
        try {
            var settings = Settings.of(flags(), environment);
            (ServerSettings.jsonLog(settings) ? LogTarget.JSON : LogTarget.STDERR).choose(settings.home());
            return RunEngineServer.start(ServerSettings.options(settings));
        } catch (SettingsException e) {
            throw Refusals.of(e);
        } catch (ServerStartException e) {
            throw Refusals.of(e);
        }
    }

    /**
     * Waits for a start that is under way. Stopping on request is success, where a JVM by itself ends with 128 + the
     * signal's number; after a start that failed the exit code says so already.
     */
    private static void stop(CompletableFuture<RunEngineServer> started) {
        var server = started.exceptionally(_ -> null).join();
        if (server != null) {
            server.close();
            Runtime.getRuntime().halt(0);
        }
    }

    private Map<Setting, String> flags() {
        var flags = new EnumMap<Setting, String>(Setting.class);
        home.ifPresent(text -> flags.put(Setting.HOME, text));
        port.ifPresent(text -> flags.put(Setting.PORT, text));
        opsPort.ifPresent(text -> flags.put(Setting.OPS_PORT, text));
        databaseUrl.ifPresent(text -> flags.put(Setting.DATABASE_URL, text));
        databaseUser.ifPresent(text -> flags.put(Setting.DATABASE_USER, text));
        databasePassword.ifPresent(text -> flags.put(Setting.DATABASE_PASSWORD, text));
        redisUrl.ifPresent(text -> flags.put(Setting.REDIS_URL, text));
        artifacts.ifPresent(text -> flags.put(Setting.ARTIFACTS, text));
        providers.ifPresent(text -> flags.put(Setting.PROVIDERS, text));
        roles.ifPresent(text -> flags.put(Setting.ROLES, text));
        issuerUri.ifPresent(text -> flags.put(Setting.ISSUER_URI, text));
        lease.ifPresent(text -> flags.put(Setting.LEASE, text));
        logFormat.ifPresent(text -> flags.put(Setting.LOG_FORMAT, text));
        return flags;
    }
}
