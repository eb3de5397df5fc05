package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A wish to change a finished run: a change request with what belongs to it, or a plan that says all of it.
 *
 * @param workflowVersion absent for the base run's
 * @param pin steps that keep the base run's result
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UpdateBody(
        Optional<ChangeRequestBody> changeRequest,
        Optional<Boolean> force,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> pin,
        Optional<String> workflowVersion,
        Optional<CacheFlags> cache,
        Optional<UUID> planId) {
    public UpdateBody {
        pin = pin == null ? List.of() : List.copyOf(pin);
    }

    public UpdateBody(
            ChangeRequestBody changeRequest,
            boolean force,
            Optional<String> workflowVersion,
            Optional<CacheFlags> cache) {
        this(Optional.of(changeRequest), Optional.of(force), List.of(), workflowVersion, cache, Optional.empty());
    }

    public static UpdateBody of(String changeType, JsonNode payload) {
        return new UpdateBody(
                new ChangeRequestBody(changeType, Optional.of(payload)), false, Optional.empty(), Optional.empty());
    }

    /** Exactly what was planned. */
    public static UpdateBody ofPlan(UUID planId) {
        return new UpdateBody(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.of(planId));
    }

    public UpdateBody pinning(List<String> steps) {
        return new UpdateBody(changeRequest, force, steps, workflowVersion, cache, planId);
    }
}
