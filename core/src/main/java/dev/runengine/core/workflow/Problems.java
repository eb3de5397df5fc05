package dev.runengine.core.workflow;

import dev.runengine.core.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All that is found wrong with one workflow, in the order in which it is found. */
final class Problems {
    /** Guessing what was meant takes time that nobody wants to spend on the thousandth mistake. */
    private static final int HINTS = 50;

    private final List<WorkflowProblem> found = new ArrayList<>();

    void inWorkflow(String message) {
        found.add(new WorkflowProblem(Optional.empty(), Optional.empty(), message));
    }

    void inStep(String step, String message) {
        found.add(new WorkflowProblem(Optional.of(step), Optional.empty(), message));
    }

    void inInput(String step, String field, String message) {
        found.add(new WorkflowProblem(
                Optional.of(step), field.isEmpty() ? Optional.empty() : Optional.of(field), message));
    }

    String hint(String word, Collection<String> candidates) {
        return found.size() < HINTS ? Nearest.hint(word, candidates) : "";
    }

    List<WorkflowProblem> found() {
        return List.copyOf(found);
    }
}
