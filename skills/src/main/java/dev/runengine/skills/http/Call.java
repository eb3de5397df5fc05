package dev.runengine.skills.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/**
 * One request.
 *
 * @param maxBytes of the answer's body
 * @param limit for the whole exchange, from connecting to the last byte
 */
public record Call(
        String method, URI uri, Map<String, String> headers, BodyPublisher body, long maxBytes, Duration limit) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(URI uri, Map<String, String> headers, long maxBytes, Duration limit) {
        return new Call("GET", uri, headers, BodyPublishers.noBody(), maxBytes, limit);
    }

    /** @throws IllegalArgumentException for a header that HTTP, or the client, does not let us set */
    HttpRequest toRequest() {
        var request = HttpRequest.newBuilder(uri).method(method, body);
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** For messages: without the query, in which addresses made for one download carry their signature. */
    String place() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
