package dev.runengine.server.parameter;

import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Cursors as text. Opaque to clients, so that what they point at may change. */
public final class OpaqueText {
    private OpaqueText() {}

    public static String of(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @param reader throws what is thrown for a text that is no number, no time or no id */
    public static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            var reason = "must be the nextCursor of an earlier answer";
            throw ApiProblem.invalid(
                    "cursor " + reason, List.of(ApiProblem.place("/query/cursor", PlaceCode.INVALID_VALUE, reason)));
        }
    }
}
