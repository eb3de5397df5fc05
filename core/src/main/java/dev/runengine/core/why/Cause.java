package dev.runengine.core.why;

import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.skill.SkillVersion;
import java.util.List;
import java.util.Optional;

/** Where a difference between two runs began: nothing before it differs. */
public sealed interface Cause {

    /** @param differences places in the trigger payload, with the values of both runs */
    record TriggerChanged(List<Difference> differences) implements Cause {
        public TriggerChanged {
            differences = List.copyOf(differences);
        }
    }

    record SkillVersionChanged(String stepId, Optional<SkillVersion> before, Optional<SkillVersion> after)
            implements Cause {}

    /** The same input and skill, executed again, gave another result. */
    record OtherResult(String stepId, Optional<StepDecision> decision) implements Cause {}

    /** The step reads the run that its own run is based on, and that differs. */
    record BaseRunChanged(String stepId) implements Cause {}

    /** The step is wired otherwise in the other workflow version, or not there at all. */
    record WorkflowChanged(String stepId, String before, String after) implements Cause {}

    /** Of one of the two runs too little is still recorded. */
    record NotRecorded(String stepId) implements Cause {}
}
