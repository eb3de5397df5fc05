package dev.runengine.runtime.inquiry;

import dev.runengine.core.json.Json;
import dev.runengine.core.why.RunFacts;
import dev.runengine.core.why.StepFacts;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.RunRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A run for one question: each step is read once. For one thread. */
final class RecordedFacts implements RunFacts {
    private final History history;
    private final RunRecord run;
    private final Map<String, Optional<StepFacts>> read = new HashMap<>();

    RecordedFacts(History history, RunRecord run) {
        this.history = history;
        this.run = run;
    }

    @Override
    public UUID runId() {
        return run.runId();
    }

    @Override
    public String workflowVersion() {
        return run.workflowVersion();
    }

    @Override
    public Json trigger() {
        return run.trigger().orElse(Json.object());
    }

    @Override
    public Optional<StepFacts> step(String stepId) {
        return read.computeIfAbsent(stepId, id -> history.facts(run.tenant(), run.runId(), id));
    }
}
