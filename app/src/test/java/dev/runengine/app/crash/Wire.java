package dev.runengine.app.crash;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the processes of a test talk: a line of words each way, over a connection of its own, so that a killed process
 * leaves nothing half said. The answer may take long; whoever asked waits for it.
 */
final class Wire implements AutoCloseable {
    private static final int BACKLOG = 500;

    private final ServerSocket door;

    /** Who is asked. Called on a thread of its own for each question. */
    @FunctionalInterface
    interface Listener {
        /** @return one word; what is thrown hangs up */
        String answer(List<String> words) throws InterruptedException;
    }

    private Wire(ServerSocket door) {
        this.door = door;
    }

    static Wire open(Listener listener) throws IOException {
        var wire = new Wire(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("wire").start(() -> wire.serve(listener));
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    /** @throws IOException when nobody answers any more, or this thread was interrupted */
    static String ask(int port, List<String> words) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var answers = reader(socket)) {
            write(socket, String.join(" ", words));
            var answer = answers.readLine();
            if (answer == null) {
                throw new EOFException("hung up on " + words);
            }
            return answer;
        }
    }

    private void serve(Listener listener) {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().name("answer").start(() -> answer(socket, listener));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void answer(Socket socket, Listener listener) {
        try (socket;
                var questions = reader(socket)) {
            var question = questions.readLine();
            if (question != null) {
                write(socket, listener.answer(List.of(question.split(" "))));
            }
        } catch (IOException e) {
            // who asked is dead
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void write(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
