package dev.runengine.server;

import dev.runengine.server.ops.OpsPort;
import dev.runengine.server.security.Listening;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.server.wiring.ServerConfiguration;
import dev.runengine.server.wiring.StoresFactory;
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
    public static RunEngineServer start(ServerOptions options, StoresFactory stores) {
        try {
            var application = application(options, stores);
            return new RunEngineServer(application.run());
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

    private static SpringApplication application(ServerOptions options, StoresFactory stores) {
        var application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false); // whoever started the server closes it
        application.setDefaultProperties(properties(options));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(ServerOptions.class, () -> options);
            beans.registerBean(StoresFactory.class, () -> stores);
        });
        return application;
    }

    private static Map<String, Object> properties(ServerOptions options) {
        return Map.of(
                "server.address", Listening.address(options).getHostAddress(),
                "server.port", options.port(),
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                "spring.threads.virtual.enabled", true,
                "spring.mvc.async.request-timeout", "-1",
                "spring.web.resources.add-mappings", true,
                "spring.jmx.enabled", false);
    }
}
