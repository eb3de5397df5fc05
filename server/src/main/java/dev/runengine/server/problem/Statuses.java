package dev.runengine.server.problem;

import dev.runengine.core.error.ErrorCode;
import org.springframework.http.HttpStatus;

/** The HTTP status of every code. */
final class Statuses {
    private Statuses() {}

    static HttpStatus of(ErrorCode code) {
        return switch (code) {
            case REQUEST_INVALID, BASE_RUN_NOT_COMPLETED, BASE_RUN_MISMATCH, UNKNOWN_CHANGE_TYPE ->
                HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND,
                    WORKFLOW_NOT_FOUND,
                    RUN_NOT_FOUND,
                    STEP_NOT_FOUND,
                    ARTIFACT_NOT_FOUND,
                    SCHEDULE_NOT_FOUND,
                    PLAN_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case RUN_ALREADY_OVER, RUN_NOT_FAILED, STEP_NOT_HELD, SCHEDULE_EXISTS, PLAN_STALE -> HttpStatus.CONFLICT;
            case IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PAYLOAD_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            // What befalls a run or a step is told in its view; as the answer to a request it is our fault.
            case SKILL_TIMEOUT,
                    INPUT_INVALID,
                    OUTPUT_INVALID,
                    INPUT_UNRESOLVED,
                    SKILL_FAILED,
                    WORKER_LOST,
                    POLICY_VIOLATION,
                    RESULT_REFUSED,
                    SUBMIT_OUTCOME_UNKNOWN,
                    MAX_RETRIES_EXCEEDED,
                    RUN_TIMEOUT,
                    RUN_BROKEN,
                    INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The code for a status that something else than the engine chose, such as the web server. */
    static ErrorCode codeFor(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> ErrorCode.UNAUTHORIZED;
            case FORBIDDEN -> ErrorCode.FORBIDDEN;
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
            case CONTENT_TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case SERVICE_UNAVAILABLE -> ErrorCode.UNAVAILABLE;
            default -> status.is4xxClientError() ? ErrorCode.REQUEST_INVALID : ErrorCode.INTERNAL;
        };
    }
}
