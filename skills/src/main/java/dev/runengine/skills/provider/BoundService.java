package dev.runengine.skills.provider;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.skills.http.Endpoint;
import dev.runengine.skills.http.Secrets;
import dev.runengine.skills.http.Service;
import dev.runengine.skills.template.Hole;
import dev.runengine.skills.template.TextTemplate;
import dev.runengine.skills.typed.SkillException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider of the file, ready to be called.
 *
 * @param identity what of it decides results: its address and its headers, with the names of secrets and not their values
 * @param callLimit the longest that one exchange may take
 */
record BoundService(Service service, JObject identity, Duration callLimit) {
    private static final double USUAL_TIMEOUT_SEC = 120;
    private static final String SECRET = "secret";

    /** @return empty when there are problems, which are added to those */
    static Optional<BoundService> read(Members provider, Secrets secrets, List<String> problems) {
        var baseUrl = provider.all().text("baseUrl");
        var headers = headers(provider, secrets, problems);
        try {
            var endpoint = Endpoint.of(baseUrl, provider.all().texts("allowedHosts"));
            var identity = Json.object(
                    "baseUrl", Json.of(baseUrl),
                    "headers", provider.object().members().getOrDefault("headers", JObject.EMPTY));
            return Optional.of(new BoundService(
                    new Service(endpoint, headers), identity, provider.seconds("timeoutSec", USUAL_TIMEOUT_SEC)));
        } catch (IllegalArgumentException e) {
            problems.add(provider.at() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(Members provider, Secrets secrets, List<String> problems) {
        var values = new LinkedHashMap<String, String>();
        provider.inner("headers")
                .ifPresent(headers -> headers.object().members().keySet().forEach(name -> {
                    try {
                        values.put(name, header(headers, name, secrets));
                    } catch (JsonMismatchException e) {
                        problems.add(String.valueOf(e.getMessage()));
                    }
                }));
        return values;
    }

    private static String header(Members headers, String name, Secrets secrets) {
        var at = headers.place(name);
        try {
            var template = TextTemplate.compile(headers.all().text(name));
            var foreign = template.holes()
                    .filter(hole -> !hole.source().equals(SECRET))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new JsonMismatchException(
                        at, foreign.get() + ": a header is filled in with {{secret:NAME}} only");
            }
            var value = template.fill(hole -> Optional.of(Json.of(secret(hole, secrets))));
            requireHeader(name, value);
            return value;
        } catch (SkillException | IllegalArgumentException | UncheckedIOException e) {
            throw e instanceof JsonMismatchException placed
                    ? placed
                    : new JsonMismatchException(at, String.valueOf(e.getMessage()));
        }
    }

    private static String secret(Hole hole, Secrets secrets) {
        var name = hole.argument();
        return secrets.find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no secret " + name
                        + "; set the environment variable " + name + ", or " + name
                        + "_FILE to the path of a file that holds it"));
    }

    /** Asks the client that will send it, and repeats nothing of what it says: that quotes the value. */
    private static void requireHeader(String name, String value) {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost")).header(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this cannot be sent as a header; use another name, and a value of"
                    + " visible characters in one line");
        }
    }
}
