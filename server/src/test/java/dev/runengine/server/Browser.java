package dev.runengine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Plain HTTP, without any knowledge of the API but the path it lies under. */
record Browser(HttpClient http, int port, Optional<String> token) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Browser on(int port) {
        return new Browser(HttpClient.newHttpClient(), port, Optional.empty());
    }

    Browser withToken(String bearer) {
        return new Browser(http, port, Optional.of(bearer));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer send(String method, String path, String body, String... headers) {
        var root = path.startsWith("/") ? "" : "/api/v1/";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + root + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Triggers a run and gives its id. */
    String trigger(String workflow, String text) {
        var answer = post("runs", """
                {"workflowName": "%s", "triggerPayload": {"text": "%s"}}""".formatted(workflow, text));
        if (answer.status() != 202) {
            throw new AssertionError(answer.text());
        }
        return answer.at("/runId");
    }

    /** The run, once it has that status. */
    Answer runWhen(String runId, String status) {
        return when("runs/" + runId, "/status", status);
    }

    Answer when(String path, String pointer, String value) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = get(path);
            if (answer.at(pointer).equals(value)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(path + " has no " + value + " at " + pointer + ": " + answer.text());
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
