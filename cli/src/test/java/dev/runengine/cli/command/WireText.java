package dev.runengine.cli.command;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON as the server writes it. */
final class WireText {
    static final int STEPS = 13;

    private WireText() {}

    static String problem(int status, String code, String detail) {
        return """
                {"type": "about:blank", "title": "Refused", "status": %d, "detail": "%s", "error": "%s"}""".formatted(status, detail, code);
    }

    static String accepted(UUID run, String message) {
        return """
                {"runId": "%s", "status": "queued", "message": "%s"}""".formatted(run, message);
    }

    static String run(UUID run, String status, int executed, int reused) {
        var error = status.equals("failed") ? """
                  "error": {"code": "SKILL_TIMEOUT", "message": "took too long", "failedStepId": "step_1",
                            "timestamp": "2026-01-01T10:00:09Z"},""" : "";
        return """
                {"id": "%s", "workflowName": "campaign.build.v1", "workflowVersion": "1.0.0", "triggerType": "initial",
                 "status": "%s", %s
                 "stepsSummary": {"total": %d, "pending": 0, "running": 0, "completed": %d, "skipped": %d, "failed": 0,
                                  "cancelled": 0},
                 "startedAt": "2026-01-01T10:00:00Z", "completedAt": "2026-01-01T10:00:10Z",
                 "createdAt": "2026-01-01T10:00:00Z", "updatedAt": "2026-01-01T10:00:10Z"}""".formatted(run, status, error, STEPS, executed, reused);
    }

    /** The first {@code reused} steps skipped, the rest completed in 1000 ms each. */
    static String steps(UUID run, int reused) {
        var steps = IntStream.range(0, STEPS)
                .mapToObj(n -> """
                        {"id": "%s", "stepId": "step_%d", "skillId": "s", "status": "%s", "attempt": 1,
                         "outputArtifactIds": [], "cacheHit": %b, %s}""".formatted(
                                new UUID(1, n),
                                n,
                                n < reused ? "skipped" : "completed",
                                n < reused,
                                n < reused
                                        ? "\"origin\": \"BASE_RUN\", \"saved\": {\"durationMs\": 1000, \"costMicros\": 0, \"tokens\": 0}"
                                        : "\"durationMs\": 1000"))
                .collect(Collectors.joining(","));
        return """
                {"runId": "%s", "steps": [%s]}""".formatted(run, steps);
    }

    record File(UUID id, String step, String type, String name) {}

    static String artifacts(UUID run, List<File> files) {
        var artifacts = files.stream()
                .map(file -> """
                        {"id": "%s", "stepId": "%s", "type": "%s", "uri": "/api/v1/artifacts/%s/content",
                         "contentHash": "00", "sizeBytes": 1, "filename": "%s", "createdAt": "2026-01-01T10:00:00Z"}""".formatted(file.id(), file.step(), file.type(), file.id(), file.name()))
                .collect(Collectors.joining(","));
        return """
                {"runId": "%s", "artifacts": [%s]}""".formatted(run, artifacts);
    }
}
