package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether and when to try again: exponential back-off with jitter, unless the provider names a time. */
final class Retries {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double JITTER = 0.2;
    private static final int MAX_DOUBLINGS = 20;

    private Retries() {}

    /** @return absent when trying again cannot help, or the tries are used up */
    static Optional<Duration> delay(
            RetryPolicy policy, Counters counters, SkillFailure failure, Optional<StepError> before, double jitter) {
        if (counters.failures() >= policy.maxAttempts() || !worthRetrying(failure, before)) {
            return Optional.empty();
        }
        if (failure instanceof SkillFailure.Transient(var _, var after) && after.isPresent()) {
            return after;
        }
        return Optional.of(backoff(policy, counters, jitter));
    }

    /** After an execution that this step shared has failed for good. */
    static Optional<Duration> delayAfterTwin(RetryPolicy policy, Counters counters, ErrorCode code, double jitter) {
        boolean mayPass = code == ErrorCode.SKILL_FAILED || code == ErrorCode.SKILL_TIMEOUT;
        return mayPass && counters.failures() < policy.maxAttempts()
                ? Optional.of(backoff(policy, counters, jitter))
                : Optional.empty();
    }

    private static Duration backoff(RetryPolicy policy, Counters counters, double jitter) {
        long doublings = 1L << Math.min(counters.failures() - 1, MAX_DOUBLINGS);
        var delay = policy.backoff().multipliedBy(doublings);
        var capped = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        return capped.plusMillis((long) (capped.toMillis() * JITTER * jitter));
    }

    private static boolean worthRetrying(SkillFailure failure, Optional<StepError> before) {
        return switch (failure) {
            case SkillFailure.InvalidInput _, SkillFailure.Rejected _, SkillFailure.OutcomeUnknown _ -> false;
            case SkillFailure.InvalidOutput _ ->
                before.isEmpty() || before.get().code() != ErrorCode.OUTPUT_INVALID;
            case SkillFailure.Transient _, SkillFailure.TimedOut _, SkillFailure.Broken _ -> true;
        };
    }

    static StepError error(SkillFailure failure, int attempt, Instant at) {
        return switch (failure) {
            case SkillFailure.InvalidInput(var message, var problems) ->
                new StepError(ErrorCode.INPUT_INVALID, message, attempt, at, problems);
            case SkillFailure.InvalidOutput(var message, var problems) ->
                new StepError(ErrorCode.OUTPUT_INVALID, message, attempt, at, problems);
            case SkillFailure.Rejected(var message) ->
                new StepError(ErrorCode.POLICY_VIOLATION, message, attempt, at, List.of());
            case SkillFailure.OutcomeUnknown(var message) ->
                new StepError(ErrorCode.SUBMIT_OUTCOME_UNKNOWN, message, attempt, at, List.of());
            case SkillFailure.TimedOut(var message, var _) ->
                new StepError(ErrorCode.SKILL_TIMEOUT, message, attempt, at, List.of());
            case SkillFailure.Transient(var message, var _) ->
                new StepError(ErrorCode.SKILL_FAILED, message, attempt, at, List.of());
            case SkillFailure.Broken(var message) ->
                new StepError(ErrorCode.SKILL_FAILED, message, attempt, at, List.of());
        };
    }
}
