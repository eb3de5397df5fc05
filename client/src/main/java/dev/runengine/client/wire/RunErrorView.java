package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/** Why a run failed. @param code stable, for programs */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunErrorView(String code, String message, Optional<String> failedStepId, Instant timestamp) {}
