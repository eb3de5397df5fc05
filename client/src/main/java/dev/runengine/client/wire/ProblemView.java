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
 * @param plan that would hold now, of PLAN_STALE
 * @param brokenPromises what the plan that was asked for said otherwise
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlaceView> errors,
        Optional<PlanView> plan,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BrokenPromiseView> brokenPromises) {
    public ProblemView {
        details = details == null ? Map.of() : Map.copyOf(details);
        errors = errors == null ? List.of() : List.copyOf(errors);
        brokenPromises = brokenPromises == null ? List.of() : List.copyOf(brokenPromises);
    }

    public ProblemView(
            String type,
            String title,
            int status,
            String detail,
            Optional<String> instance,
            String error,
            Map<String, String> details,
            List<PlaceView> errors) {
        this(type, title, status, detail, instance, error, details, errors, Optional.empty(), List.of());
    }

    /** With the plan that would hold now. */
    public ProblemView with(PlanView other, List<BrokenPromiseView> broken) {
        return new ProblemView(
                type, title, status, detail, instance, error, details, errors, Optional.of(other), broken);
    }
}
