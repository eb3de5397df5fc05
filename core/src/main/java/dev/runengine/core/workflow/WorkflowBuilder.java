package dev.runengine.core.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a {@link WorkflowSpec}; begun with {@link Workflows#workflow}. For one thread. */
public final class WorkflowBuilder {
    private final String name;
    private final String version;
    private final List<StepSpec> steps = new ArrayList<>();
    private final List<ChangeType> changeTypes = new ArrayList<>();
    private final List<String> baseWorkflows = new ArrayList<>();
    private final List<BaseAgreement> baseAgreements = new ArrayList<>();
    private String description = "";
    private Optional<JObject> triggerSchema = Optional.empty();
    private boolean failFast = true;
    private Optional<Duration> timeLimit = Optional.empty();
    private CachePolicy cache = CachePolicy.GLOBAL;
    private RetryPolicy retry = RetryPolicy.DEFAULT;

    WorkflowBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    public WorkflowBuilder description(String text) {
        this.description = text;
        return this;
    }

    /** For the steps added after this call that have no cache policy of their own. */
    public WorkflowBuilder cache(CachePolicy policy) {
        this.cache = policy;
        return this;
    }

    /** For the steps added after this call that have no retry policy of their own. */
    public WorkflowBuilder retry(RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    public WorkflowBuilder step(StepBuilder step) {
        steps.add(step.build(cache, retry));
        return this;
    }

    public WorkflowBuilder step(StepSpec step) {
        steps.add(step);
        return this;
    }

    public WorkflowBuilder triggerSchema(JObject schema) {
        this.triggerSchema = Optional.of(schema);
        return this;
    }

    public WorkflowBuilder change(ChangeTypeBuilder change) {
        changeTypes.add(change.build());
        return this;
    }

    public WorkflowBuilder updates(String... workflows) {
        baseWorkflows.addAll(List.of(workflows));
        return this;
    }

    /** A trigger whose value differs from the base run's is refused. */
    public WorkflowBuilder sameInBase(String triggerPath, String step, String path) {
        baseAgreements.add(new BaseAgreement(JsonPath.parse(triggerPath), step, JsonPath.parse(path)));
        return this;
    }

    /** When a step fails, what does not depend on it goes on. */
    public WorkflowBuilder keepGoing() {
        this.failFast = false;
        return this;
    }

    public WorkflowBuilder timeLimit(Duration limit) {
        this.timeLimit = Optional.of(limit);
        return this;
    }

    public WorkflowSpec build() {
        return new WorkflowSpec(
                name,
                version,
                description,
                steps,
                triggerSchema,
                changeTypes,
                baseWorkflows,
                baseAgreements,
                failFast,
                timeLimit);
    }
}
