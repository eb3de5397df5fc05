package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What is expected of a step.
 *
 * @param expectation RUN, REUSE or MAYBE
 * @param verdict that its decision would have, as far as it is known
 * @param missReason of a MISS
 * @param origin that its result would have
 * @param reason in words
 * @param estimate absent where nothing is known; a step that is reused has the estimate of what is saved
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlannedStepView(
        String stepId,
        String expectation,
        Optional<String> verdict,
        Optional<String> missReason,
        Optional<String> origin,
        String reason,
        Optional<EstimateView> estimate) {}
