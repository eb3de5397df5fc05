package dev.runengine.server;

import dev.runengine.server.ops.OpsPort;
import dev.runengine.server.security.Listening;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.server.wiring.ServerConfiguration;
import dev.runengine.server.wiring.Storage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server. Started, it answers requests and, as a worker, executes runs, until it is closed. */
public final class RunEngineServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunEngineServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Returns once requests are answered.
     *
     * @throws ServerStartException with what to do: a port in use, a workflow that cannot run, an address that needs an
     *     issuer
     */
    public static RunEngineServer start(ServerOptions options) {
        return start(options, Storage::durable);
    }

    static RunEngineServer start(ServerOptions options, Storage.Opening storage) {
        try {
            var server = new RunEngineServer(application(options, storage).run());
            server.context.getBean(Storage.class).serving(server.port());
            return server;
        } catch (RuntimeException e) {
            throw new ServerStartException(StartFailure.message(e, options), e);
        }
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer(), "started")
                .getPort();
    }

    public int opsPort() {
        return context.getBean(OpsPort.class).number();
    }

    /** Accepts no more requests, lets those that are answered end, and hands running steps over. */
    @Override
    public void close() {
        context.close();
    }

    private static SpringApplication application(ServerOptions options, Storage.Opening storage) {
        var application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false); // whoever started the server closes it
        application.setDefaultProperties(properties(options));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(ServerOptions.class, () -> options);
            beans.registerBean(Storage.Opening.class, () -> storage);
        });
        return application;
    }

    private static Map<String, Object> properties(ServerOptions options) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", Listening.address(options).getHostAddress());
        properties.put("server.port", options.port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.jmx.enabled", false);
        // The log is the engine's: what the frameworks tell about themselves is of use only when something is wrong.
        properties.put("logging.level.org.springframework", "warn");
        properties.put("logging.level.org.apache", "warn");
        // A failed start is told once, by the exception that start() throws.
        properties.put("logging.level.org.springframework.boot.SpringApplication", "off");
        properties.put("logging.level.org.springframework.boot.diagnostics", "off");
        properties.put("logging.level.org.springframework.boot.web.server.servlet.context", "error");
        return properties;
    }
}
