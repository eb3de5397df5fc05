package dev.runengine.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Clients that trigger runs one after the other, each as often as it takes under a key of its own. */
final class TriggerStream implements AutoCloseable {
    private static final Pattern RUN_ID = Pattern.compile("\"runId\" ?: ?\"([0-9a-f-]{36})\"");
    private static final long PAUSE_NANOS = 10_000_000;
    private static final String BODY =
            "{\"workflowName\": \"" + BriefPack.WORKFLOW + "\", \"triggerPayload\": {\"text\": \"go\"}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI runs;
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean over;

    TriggerStream(URI server, int clients) {
        this.runs = server.resolve("/api/v1/runs");
        for (int n = 0; n < clients; n++) {
            this.clients.add(Thread.ofVirtual().start(this::trigger));
        }
    }

    private void trigger() {
        var request = newRequest();
        while (!over) {
            try {
                if (accepted(http.send(request, BodyHandlers.ofString()))) {
                    request = newRequest();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException e) {
                surprises.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest newRequest() {
        return HttpRequest.newBuilder(runs)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }

    private boolean accepted(HttpResponse<String> answer) {
        var run = RUN_ID.matcher(answer.body());
        if (answer.statusCode() == 202 && run.find()) {
            acknowledged.add(UUID.fromString(run.group(1)));
            return true;
        }
        if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            refused.incrementAndGet();
        } else {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
        return false;
    }

    /** Runs that were answered with 202. */
    List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How many requests were answered with 503 and a time to try again. */
    int refused() {
        return refused.get();
    }

    /** Any other answer, or none. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Without waiting for answers that may never come. */
    void end() {
        over = true;
        clients.forEach(Thread::interrupt);
    }

    /** Returns when the last answer is there. */
    @Override
    public void close() {
        over = true;
        try {
            for (var client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
