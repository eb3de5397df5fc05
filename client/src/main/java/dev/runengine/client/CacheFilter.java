package dev.runengine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cached results that fit all that is given. */
public record CacheFilter(
        Optional<String> workflowName,
        Optional<String> stepId,
        Optional<String> inputHash,
        Optional<String> skillVersion,
        Optional<String> tag) {

    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        workflowName.ifPresent(name -> query.put("workflowName", name));
        stepId.ifPresent(id -> query.put("stepId", id));
        inputHash.ifPresent(hash -> query.put("inputHash", hash));
        skillVersion.ifPresent(version -> query.put("skillVersion", version));
        tag.ifPresent(name -> query.put("tag", name));
        return query;
    }
}
