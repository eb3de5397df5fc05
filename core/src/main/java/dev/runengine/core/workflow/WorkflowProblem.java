package dev.runengine.core.workflow;

import java.util.Optional;

/**
 * One reason why a workflow cannot run.
 *
 * @param step its id, when the problem is in one
 * @param field JSON pointer into the step's input, when the problem is there
 * @param message what is wrong and what would be right
 */
public record WorkflowProblem(Optional<String> step, Optional<String> field, String message) {
    @Override
    public String toString() {
        var place = step.map(
                id -> "step " + id + field.map(pointer -> ", input " + pointer).orElse("") + ": ");
        return place.orElse("") + message;
    }
}
