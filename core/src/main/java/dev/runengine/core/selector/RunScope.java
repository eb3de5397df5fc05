package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import java.util.Optional;

/** What of a run the inputs of its steps are made from. */
public interface RunScope {
    /** The trigger payload, with the payloads of change requests merged into it. */
    Json trigger();

    /** The output of a step of this run; empty while the step is not done. */
    Optional<StepOutput> output(String step);

    /** The output of a step of the base run, or of that run's own base, to the root; empty when none has the step. */
    Optional<StepOutput> baseOutput(String step);
}
