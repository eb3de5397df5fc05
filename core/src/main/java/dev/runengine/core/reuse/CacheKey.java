package dev.runengine.core.reuse;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillVersion;

/** What a cached result is found by: always within one tenant, and only for the same skill version. */
public record CacheKey(
        String tenant, String workflowName, String stepId, ContentHash inputHash, SkillVersion skillVersion) {

    /** The key as it stands in logs and listings: {@code workflow:step:hash}. */
    public String text() {
        return workflowName + ":" + stepId + ":" + inputHash.hex();
    }
}
