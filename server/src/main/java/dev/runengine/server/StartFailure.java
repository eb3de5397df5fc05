package dev.runengine.server;

import dev.runengine.runtime.node.InvalidWorkflowsException;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.store.embedded.DatabaseUnavailableException;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

/** What to tell whoever started a server that did not start. */
final class StartFailure {
    private StartFailure() {}

    static String message(RuntimeException failure, ServerOptions options) {
        return port(failure)
                .map(port -> portInUse(port, options))
                .or(() -> advice(failure))
                .orElseGet(() -> "the server could not start: "
                        + causes(failure).reduce((_, last) -> last).orElse(failure));
    }

    /** Of failures whose message says what to do. */
    private static Optional<String> advice(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof InvalidWorkflowsException
                        || cause instanceof DatabaseUnavailableException
                        || cause instanceof StoreUnavailableException
                        || cause instanceof IllegalArgumentException
                        || cause instanceof IOException)
                .map(cause -> String.valueOf(cause.getMessage()))
                .findFirst();
    }

    private static Optional<Integer> port(Throwable failure) {
        return innermost(failure, PortInUseException.class)
                .map(PortInUseException::getPort)
                .or(() -> innermost(failure, ConnectorStartFailedException.class)
                        .filter(e -> innermost(e, BindException.class).isPresent() || e.getCause() == null)
                        .map(ConnectorStartFailedException::getPort));
    }

    private static String portInUse(int port, ServerOptions options) {
        var variable = port == options.opsPort() ? "RUN_ENGINE_OPS_PORT" : "RUN_ENGINE_PORT";
        return "port " + port + " is in use: stop what listens there, or set " + variable + " to another port";
    }

    private static <T extends Throwable> Optional<T> innermost(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).reduce((_, last) -> last);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
