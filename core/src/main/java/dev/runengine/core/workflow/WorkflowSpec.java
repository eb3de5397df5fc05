package dev.runengine.core.workflow;

import dev.runengine.core.json.Json.JObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workflow as its author wrote it: data that is stored, compared and sent. Whether it can run is what {@link
 * WorkflowCompiler} finds out.
 *
 * @param version such as {@code 1.2.0} or {@code 2.0.0-beta.1}, ordered as semantic versions are
 * @param triggerSchema JSON Schema 2020-12 of the trigger payload
 * @param baseWorkflows the workflows whose runs this one may update, by name
 * @param baseAgreements what a trigger must have in common with the run it updates
 * @param failFast whether the failure of one step ends the run; else independent branches go on
 * @param timeLimit of a whole run
 */
public record WorkflowSpec(
        String name,
        String version,
        String description,
        List<StepSpec> steps,
        Optional<JObject> triggerSchema,
        List<ChangeType> changeTypes,
        List<String> baseWorkflows,
        List<BaseAgreement> baseAgreements,
        boolean failFast,
        Optional<Duration> timeLimit) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{0,99}");

    public WorkflowSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a workflow name is " + NAME + ", not \"" + name + "\"");
        }
        VersionOrder.requireVersion(version);
        steps = List.copyOf(steps);
        changeTypes = List.copyOf(changeTypes);
        baseWorkflows = List.copyOf(baseWorkflows);
        baseAgreements = List.copyOf(baseAgreements);
        timeLimit.ifPresent(limit -> Durations.requirePositive("a workflow's time limit", limit));
    }

    public Optional<ChangeType> changeType(String type) {
        return changeTypes.stream().filter(change -> change.name().equals(type)).findFirst();
    }
}
