package dev.runengine.server.wiring;

import dev.runengine.server.settings.ServerOptions;
import java.io.IOException;

/** Opens the stores of a server that starts. */
@FunctionalInterface
public interface StoresFactory {
    Stores open(ServerOptions options) throws IOException;
}
