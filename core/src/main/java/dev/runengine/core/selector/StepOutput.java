package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Artifact;
import java.util.List;

/**
 * What a finished step offers to the steps after it.
 *
 * @param artifacts in the order in which the skill published them
 */
public record StepOutput(Json data, List<Artifact> artifacts) {
    public static final String DATA = "data";
    public static final String ARTIFACT_IDS = "outputArtifactIds";

    public StepOutput {
        artifacts = List.copyOf(artifacts);
    }

    public static StepOutput of(Json data) {
        return new StepOutput(data, List.of());
    }

    /** {@code {"data": ..., "outputArtifactIds": ["artifact:sha256:<hex>", ...]}}: where the paths of selectors start. */
    public JObject asJson() {
        var ids = artifacts.stream()
                .map(artifact -> Json.of(artifact.address().uri()))
                .toList();
        return Json.object(DATA, data, ARTIFACT_IDS, new JArray(ids));
    }
}
