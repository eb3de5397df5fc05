package dev.runengine.core.workflow;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.selector.StepOutput;
import java.util.Optional;

/**
 * What the trigger of an update and its base run must have in common, such as the campaign they are about. A side that
 * says nothing agrees.
 *
 * @param trigger a path into the trigger payload
 * @param step a step of the base run
 * @param path into that step's output, as in {@code fromBaseRun(step, path)}
 */
public record BaseAgreement(JsonPath trigger, String step, JsonPath path) {

    /** Both values when they differ. */
    public record Conflict(Json asked, Json base) {}

    /** @param output of the step in the base run, if it has one */
    public Optional<Conflict> conflict(Json payload, Optional<StepOutput> output) {
        return trigger.find(payload)
                .flatMap(asked -> output.flatMap(found -> path.find(found.asJson()))
                        .filter(base -> !base.equals(asked))
                        .map(base -> new Conflict(asked, base)));
    }
}
