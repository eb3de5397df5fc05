package dev.runengine.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server, and does to the answers what networks and broken programs do. */
final class Interference implements AutoCloseable {
    private static final int SEED = 11;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Answers answers = Answers.AS_THEY_ARE;

    enum Answers {
        AS_THEY_ARE,
        GARBAGE
    }

    Interference(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
        Thread.startVirtualThread(this::accept);
    }

    static Interference before(RedisServer server) throws IOException {
        return new Interference(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server.port());
    }

    int port() {
        return door.getLocalPort();
    }

    void give(Answers which) {
        answers = which;
    }

    /** As if a cable was pulled and put in again. */
    void cut() {
        sockets.forEach(Interference::close);
        sockets.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException _) {
                // nobody asks any more
            }
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            Thread.startVirtualThread(() -> pass(client, server, false));
            Thread.startVirtualThread(() -> pass(server, client, true));
        } catch (IOException _) {
            close(client); // the server is not there
        }
    }

    private void pass(Socket from, Socket to, boolean answering) {
        var random = new Random(SEED);
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (answering && answers == Answers.GARBAGE) {
                    random.nextBytes(bytes);
                }
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            // either side hung up
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
