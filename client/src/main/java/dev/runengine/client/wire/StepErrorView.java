package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** Why an attempt at a step, or the step, failed. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StepErrorView(
        String code,
        String message,
        int attempt,
        Instant timestamp,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlaceView> details) {
    public StepErrorView {
        details = details == null ? List.of() : List.copyOf(details);
    }
}
