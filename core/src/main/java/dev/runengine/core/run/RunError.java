package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/** Why a run failed, and at which step. */
public record RunError(ErrorCode code, String message, Optional<String> failedStepId, Instant at) {}
