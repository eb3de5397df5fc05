package dev.runengine.skills.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server on a raw socket, so that it can break every rule. Answers are queued by method and path; the last one of
 * a queue is given again and again.
 */
public final class FakeService implements AutoCloseable {

    /** A request as it came. */
    public record Seen(String method, String path, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Writes an answer to the socket, or does something worse. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Map<String, Deque<Behaviour>> behaviours = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public FakeService() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** What the next request of that kind gets, and all after it unless more is queued. */
    public FakeService on(String methodAndPath, Behaviour behaviour) {
        behaviours.computeIfAbsent(methodAndPath, _ -> new ArrayDeque<>()).add(behaviour);
        return this;
    }

    /** What every request of that kind gets from now on. */
    public FakeService only(String methodAndPath, Behaviour behaviour) {
        behaviours.remove(methodAndPath);
        return on(methodAndPath, behaviour);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seen(String methodAndPath) {
        return seen.stream()
                .filter(request -> (request.method() + " " + request.path()).equals(methodAndPath))
                .toList();
    }

    public static Behaviour answer(String body) {
        return status(200, "application/json", body.replace('\'', '"'));
    }

    public static Behaviour status(int status, String contentType, String body, String... headers) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Behaviour bytes(int status, String contentType, byte[] body, String... headers) {
        return (_, out) -> {
            out.write(head(status, contentType, body.length, headers));
            out.write(body);
        };
    }

    /** Says how much will come, sends less, and hangs up. */
    public static Behaviour cutOff(String contentType, byte[] body, int declared) {
        return (_, out) -> {
            out.write(head(200, contentType, declared));
            out.write(body);
        };
    }

    public static Behaviour reset() {
        return (socket, _) -> {
            socket.setSoLinger(true, 0); // closing then sends RST
            socket.close();
        };
    }

    private static byte[] head(int status, String contentType, int length, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Some reason\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = read(new BufferedInputStream(socket.getInputStream()));
            seen.add(request);
            behaviour(request.method() + " " + request.path()).answer(socket, socket.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            return; // the client has hung up, which is what some tests want
        }
    }

    private Behaviour behaviour(String methodAndPath) {
        var queue = behaviours.getOrDefault(methodAndPath, new ArrayDeque<>());
        synchronized (queue) {
            var next = queue.size() > 1 ? queue.poll() : queue.peek();
            return next == null ? status(404, "text/plain", "nothing at " + methodAndPath) : next;
        }
    }

    private static Seen read(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("no request");
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        var first = lines.getFirst().split(" ", 3);
        return new Seen(first[0], first[1], headers, body(in, headers));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .equals("chunked")) {
            var body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toByteArray();
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
