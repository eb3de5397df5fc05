package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** A step of which a plan says something else now. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BrokenPromiseView(String stepId, Optional<PromiseView> planned, Optional<PromiseView> now) {

    /** @param inputHash absent while the input is not known */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PromiseView(
            String expectation, String reason, Optional<String> inputHash, Optional<String> skillVersion) {}
}
