package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a step ran or did not.
 *
 * @param verdict such as MISS, HIT_COLD or BASE_RUN
 * @param reason of a MISS
 * @param comparedWith the run whose execution of the step was compared with or taken over
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DecisionView(String verdict, Optional<String> reason, Optional<UUID> comparedWith) {}
