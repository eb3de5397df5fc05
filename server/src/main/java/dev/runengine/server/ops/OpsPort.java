package dev.runengine.server.ops;

import dev.runengine.server.security.Listening;
import dev.runengine.server.settings.ServerOptions;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The second port of the server, for those who operate it. */
@Component
public final class OpsPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);

    OpsPort(ServerOptions options) {
        connector.setPort(options.opsPort());
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(Listening.address(options));
            protocol.setExecutor(new VirtualThreadExecutor("ops-"));
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addAdditionalConnectors(connector);
    }

    /** The port it listens on; known once the server has started. */
    public int number() {
        return connector.getLocalPort();
    }
}
