package dev.runengine.core.error;

/** Codes that programs may rely on. They are part of the API: a code never changes its meaning. */
public enum ErrorCode {
    // a step's
    SKILL_TIMEOUT,
    INPUT_INVALID,
    OUTPUT_INVALID,
    INPUT_UNRESOLVED,
    SKILL_FAILED,
    WORKER_LOST,
    POLICY_VIOLATION,
    RESULT_REFUSED,
    SUBMIT_OUTCOME_UNKNOWN,
    // a run's
    MAX_RETRIES_EXCEEDED,
    RUN_TIMEOUT,
    RUN_BROKEN,
    // a request's
    REQUEST_INVALID,
    PAYLOAD_TOO_LARGE,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    WORKFLOW_NOT_FOUND,
    RUN_NOT_FOUND,
    STEP_NOT_FOUND,
    ARTIFACT_NOT_FOUND,
    BASE_RUN_NOT_COMPLETED,
    BASE_RUN_MISMATCH,
    UNKNOWN_CHANGE_TYPE,
    RUN_ALREADY_OVER,
    RUN_NOT_FAILED,
    STEP_NOT_HELD,
    METHOD_NOT_ALLOWED,
    UNSUPPORTED_MEDIA_TYPE,
    STORAGE_FULL,
    UNAVAILABLE,
    INTERNAL
}
