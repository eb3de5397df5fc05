package dev.runengine.client;

import dev.runengine.client.wire.ProblemView;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers as JSON over HTTP. */
final class Http {
    private static final String BASE = "/api/v1";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Repeating repeating = new Repeating();
    private final URI server;
    private final Optional<String> token;

    Http(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    <T> T get(String path, Map<String, String> query, Class<T> type) {
        return read(send(request(path + encoded(query)).GET().build()), type);
    }

    <T> T post(String path, Object body, Class<T> type) {
        return read(send(json(path, body).build()), type);
    }

    /** Carried out once, although it is sent again when no answer comes. @param key names it */
    <T> T postOnce(String path, Object body, String key, Class<T> type) {
        var request = json(path, body).header("Idempotency-Key", quoted(key)).build();
        return repeating.until(() -> read(send(request), type));
    }

    <T> T post(String path, Class<T> type) {
        return read(send(request(path).POST(BodyPublishers.noBody()).build()), type);
    }

    <T> T delete(String path, Class<T> type) {
        return read(send(request(path).DELETE().build()), type);
    }

    <T> T delete(String path, Map<String, String> query, Class<T> type) {
        return delete(path + encoded(query), type);
    }

    /** The bytes of an answer; to be closed. */
    InputStream open(String path) {
        return send(request(path).GET().build());
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ServerUnreachableException unreachable(IOException e) {
        return new ServerUnreachableException(server, e);
    }

    /** A String of RFC 9651. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private HttpRequest.Builder json(String path, Object body) {
        var publisher = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return request(path).header("Content-Type", "application/json").POST(publisher);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/+$", "") + BASE + path))
                .timeout(ANSWER)
                .header("Accept", "*/*");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private static String encoded(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private InputStream send(HttpRequest request) {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachableException(server, e);
        }
        if (response.statusCode() >= 400) {
            throw new RunEngineException(problem(response), retryAfter(response));
        }
        return response.body();
    }

    private <T> T read(InputStream body, Class<T> type) {
        try (body) {
            return JSON.readValue(body.readAllBytes(), type);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** In seconds; a date, which RFC 9110 allows too, this server never names. */
    private static Optional<Duration> retryAfter(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private ProblemView problem(HttpResponse<InputStream> response) {
        var text = text(response);
        try {
            return JSON.readValue(text, ProblemView.class);
        } catch (JacksonException notAProblem) {
            // Something in between answered, such as a proxy.
            var detail = "the answer was HTTP " + response.statusCode() + " and no problem document";
            return new ProblemView(
                    "about:blank",
                    "Unexpected answer",
                    response.statusCode(),
                    detail,
                    Optional.empty(),
                    "INTERNAL",
                    Map.of(),
                    List.of());
        }
    }

    private String text(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }
}
