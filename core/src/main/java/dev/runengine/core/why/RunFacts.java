package dev.runengine.core.why;

import dev.runengine.core.json.Json;
import java.util.Optional;
import java.util.UUID;

/** What is recorded of a run. Steps are read when they are asked for. */
public interface RunFacts {
    UUID runId();

    String workflowVersion();

    Json trigger();

    /** Empty for a step that the run does not have. */
    Optional<StepFacts> step(String stepId);
}
