package dev.runengine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which cached results to list. */
public record CacheFilter(
        Optional<String> workflowName,
        Optional<String> stepId,
        Optional<String> skillVersion,
        Optional<String> tag,
        int limit,
        Optional<String> cursor) {

    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        workflowName.ifPresent(name -> query.put("workflowName", name));
        stepId.ifPresent(id -> query.put("stepId", id));
        skillVersion.ifPresent(version -> query.put("skillVersion", version));
        tag.ifPresent(name -> query.put("tag", name));
        query.put("limit", Integer.toString(limit));
        cursor.ifPresent(text -> query.put("cursor", text));
        return query;
    }
}
