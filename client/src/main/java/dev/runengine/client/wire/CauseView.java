package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Where a difference began.
 *
 * @param kind TRIGGER_CHANGED, SKILL_VERSION_CHANGED, OTHER_RESULT, BASE_RUN_CHANGED, WORKFLOW_CHANGED or NOT_RECORDED
 * @param path the steps from there to the one in question
 * @param differences of the trigger payload
 * @param before skill or workflow version
 * @param verdict of the step that gave another result
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CauseView(
        String kind,
        List<String> path,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DifferenceView> differences,
        Optional<String> before,
        Optional<String> after,
        Optional<String> verdict) {
    public CauseView {
        path = path == null ? List.of() : List.copyOf(path);
        differences = differences == null ? List.of() : List.copyOf(differences);
    }
}
