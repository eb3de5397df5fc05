package dev.runengine.runtime.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider of remote jobs over HTTP that takes every submission for a new job, whatever its key: what is sent twice shows.
 * It can lose answers, restart, and be without a look-up.
 */
public final class JobProvider implements AutoCloseable {
    private static final int POLLS = 2;

    private final boolean hasLookUp;
    private final Map<String, AtomicInteger> submissions = new ConcurrentHashMap<>();
    private final Map<String, String> jobs = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
    private final Map<String, Boolean> cancelled = new ConcurrentHashMap<>();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final int port;
    private HttpServer server;

    public JobProvider(boolean hasLookUp) {
        this.hasLookUp = hasLookUp;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer open(int wanted) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::handle);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public boolean hasLookUp() {
        return hasLookUp;
    }

    /** The next submission is taken, but its answer is lost. */
    public void loseAnAnswer() {
        answersToLose.incrementAndGet();
    }

    /** Hangs up on everybody and comes back, with all its jobs. */
    public synchronized void restart() {
        server.stop(0);
        server = open(port);
    }

    /** How often a job was submitted under this key. */
    public int submissions(String key) {
        var count = submissions.get(key);
        return count == null ? 0 : count.get();
    }

    public int submissions() {
        return submissions.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** The job that was submitted last. */
    public Optional<String> job(String key) {
        return Optional.ofNullable(jobs.get(key));
    }

    public boolean isCancelled(String job) {
        return cancelled.containsKey(job);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/jobs") && exchange.getRequestMethod().equals("POST")) {
            submit(exchange);
        } else if (path.equals("/jobs")) {
            var job = hasLookUp ? jobs.get(exchange.getRequestURI().getQuery()) : null;
            answer(exchange, job == null ? 404 : 200, job == null ? "" : job);
        } else if (path.endsWith("/cancel")) {
            cancelled.put(path.split("/")[2], true);
            answer(exchange, 200, "");
        } else {
            var job = path.split("/")[2];
            boolean done = polls.computeIfAbsent(job, _ -> new AtomicInteger()).incrementAndGet() >= POLLS;
            answer(exchange, 200, done ? "done" : "running");
        }
    }

    private void submit(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        int nth = submissions.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        var job = "job-" + nth + "-of-" + key;
        jobs.put(key, job);
        if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
        } else {
            answer(exchange, 200, job);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public synchronized void close() {
        server.stop(0);
    }
}
