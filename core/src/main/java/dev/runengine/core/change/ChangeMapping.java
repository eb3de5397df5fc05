package dev.runengine.core.change;

import dev.runengine.core.text.Nearest;
import dev.runengine.core.workflow.ChangeType;
import dev.runengine.core.workflow.StepSet;
import java.util.List;

/** What a change request means for the steps of a workflow. */
public sealed interface ChangeMapping {
    /**
     * @param impacted the seeds and all that follows from them; every other step is reused from the base run
     */
    record Mapped(ChangeType type, StepSet seeds, StepSet impacted) implements ChangeMapping {}

    /** @param known the change types that the workflow has, as declared */
    record UnknownType(String requested, List<String> known) implements ChangeMapping {
        public UnknownType {
            known = List.copyOf(known);
        }

        public String message() {
            var choice =
                    known.isEmpty() ? "this workflow has no change types" : "known are " + String.join(", ", known);
            return "there is no change type \"" + requested + "\": " + choice + Nearest.hint(requested, known);
        }
    }
}
