package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param error the stable code, for programs
 * @param errors places in the request
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        String error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlaceView> errors) {
    public ProblemView {
        details = details == null ? Map.of() : Map.copyOf(details);
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
