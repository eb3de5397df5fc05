package dev.runengine.server.run;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header that names a request. The draft wants its value in quotation marks, as a String of RFC 9651; most programs
 * that send it leave them out, so that both are taken, and mean the same.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07">Internet-Draft</a>
 */
final class IdempotencyKey {
    private static final String HEADER = "Idempotency-Key";
    /** Bounded, since the matcher takes a part of the stack for each character. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){0,255})\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private IdempotencyKey() {}

    /**
     * @param asked what distinguishes this request from others of the tenant
     * @throws ApiProblem when there are several keys, or one that is none
     */
    static Optional<RequestKey> of(HttpServletRequest request, Json asked) {
        var values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var key = text(values.getFirst().strip());
        if (values.size() > 1 || !RequestKey.isKey(key)) {
            throw refused();
        }
        return Optional.of(RequestKey.of(key, asked));
    }

    private static String text(String value) {
        var quoted = QUOTED.matcher(value);
        return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : bare(value);
    }

    /** A quotation mark that is not one of a pair is a slip. */
    private static String bare(String value) {
        return value.startsWith("\"") ? "" : value;
    }

    private static ApiProblem refused() {
        var wording = "must be one key of 1 to 255 visible ASCII characters, such as a random UUID";
        var place = ApiProblem.place("/header/" + HEADER, PlaceCode.INVALID_VALUE, wording);
        return ApiProblem.invalid(HEADER + " " + wording, List.of(place));
    }
}
