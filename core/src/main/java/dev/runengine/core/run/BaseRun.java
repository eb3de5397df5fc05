package dev.runengine.core.run;

import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.workflow.StepSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The run an update starts from.
 *
 * @param steps its finished steps by id; where it is itself an update of the second style, completed by its own base's
 * @param impact what the change touches; absent for workflows that read a base run of another workflow
 */
public record BaseRun(UUID runId, Map<String, BaseStep> steps, Optional<Impact> impact) {
    public BaseRun {
        steps = Map.copyOf(steps);
    }

    public Optional<BaseStep> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    public Optional<StepOutput> output(String step) {
        return step(step).map(BaseStep::output);
    }

    /**
     * What a change request touches, by step number.
     *
     * @param impacted seeds and everything downstream of them
     * @param forced steps that must execute whatever their input
     * @param pinned steps that keep the base run's result although the change touches what they depend on
     */
    public record Impact(StepSet impacted, StepSet forced, StepSet pinned) {
        public Impact(StepSet impacted, StepSet forced) {
            this(impacted, forced, StepSet.EMPTY);
        }
    }
}
