package dev.runengine.server.parameter;

import dev.runengine.runtime.port.RunQueries.Cursor;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Cursors as text. Opaque to clients, so that what they point at may change. */
public final class ListCursor {
    private ListCursor() {}

    public static String text(Cursor cursor) {
        var plain = cursor.createdAt() + " " + cursor.runId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
            throw unknown();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
    }

    private static ApiProblem unknown() {
        var reason = "must be the nextCursor of an earlier answer";
        return ApiProblem.invalid(
                "cursor " + reason, List.of(ApiProblem.place("/query/cursor", PlaceCode.INVALID_VALUE, reason)));
    }
}
