package dev.runengine.cli.connection;

import java.nio.file.Path;
import java.util.Optional;

/** Where commands that name no server find one. */
@FunctionalInterface
public interface Servers {
    /**
     * The server of a home folder: the running one, else one of this process's own that ends with the connection.
     *
     * @param home absent for the usual one
     * @param token for a server that wants one
     */
    Connection connect(Optional<Path> home, Optional<String> token);
}
