package dev.runengine.runtime.port;

import java.util.UUID;

/** What was answered to a request with a key. @param runId the run that it asked for, kept any longer or not */
public record RecordedAnswer(RequestKey key, UUID runId, String message) {}
