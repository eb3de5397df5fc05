package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The server's TCP port: a free one, kept over restarts as long as nobody else takes it. */
final class Port {
    private static final int ANY = 0;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private Port() {}

    static int choose(Path memory) throws IOException {
        int port = remembered(memory).stream().filter(Port::isFree).findFirst().orElseGet(() -> bind(ANY));
        Disk.replace(memory, port + "\n");
        return port;
    }

    static boolean isFree(int port) {
        return bind(port) == port;
    }

    private static OptionalInt remembered(Path memory) throws IOException {
        if (!Files.exists(memory)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(memory).strip();
        return text.matches("[1-9][0-9]{3,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Binds for a moment; returns the port that was bound, or -1 when it is taken. */
    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return -1;
        }
    }
}
