package dev.runengine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which runs to list.
 *
 * @param limit runs a page, at most 200
 * @param cursor where the page before ended
 */
public record RunFilter(
        Optional<String> status,
        Optional<String> workflowName,
        Optional<UUID> baseRunId,
        int limit,
        Optional<String> cursor) {
    private static final int DEFAULT_LIMIT = 50;

    public static final RunFilter ALL =
            new RunFilter(Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_LIMIT, Optional.empty());

    public RunFilter withStatus(String word) {
        return new RunFilter(Optional.of(word), workflowName, baseRunId, limit, cursor);
    }

    public RunFilter withWorkflow(String name) {
        return new RunFilter(status, Optional.of(name), baseRunId, limit, cursor);
    }

    public RunFilter withBase(UUID runId) {
        return new RunFilter(status, workflowName, Optional.of(runId), limit, cursor);
    }

    public RunFilter withLimit(int runs) {
        return new RunFilter(status, workflowName, baseRunId, runs, cursor);
    }

    public RunFilter after(String nextCursor) {
        return new RunFilter(status, workflowName, baseRunId, limit, Optional.of(nextCursor));
    }

    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        status.ifPresent(word -> query.put("status", word));
        workflowName.ifPresent(name -> query.put("workflowName", name));
        baseRunId.ifPresent(id -> query.put("baseRunId", id.toString()));
        query.put("limit", Integer.toString(limit));
        cursor.ifPresent(text -> query.put("cursor", text));
        return query;
    }
}
