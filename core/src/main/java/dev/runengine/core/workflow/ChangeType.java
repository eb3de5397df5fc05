package dev.runengine.core.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPointer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of change that a workflow's users ask for, such as {@code audio.update}.
 *
 * @param seeds the steps that the change means directly; what follows from them is derived
 * @param everyStep whether the change means all steps; seeds is empty then
 * @param payloadSchema JSON Schema 2020-12 of what the user sends
 * @param mergeAt where in the trigger payload that is merged; its segments are member names
 * @param force whether the seeds run even when their inputs are unchanged
 */
public record ChangeType(
        String name, List<String> seeds, boolean everyStep, JObject payloadSchema, JsonPointer mergeAt, boolean force) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{0,99}");

    public ChangeType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a change type is " + NAME + ", not \"" + name + "\"");
        }
        seeds = List.copyOf(seeds);
        if (everyStep != seeds.isEmpty()) {
            throw new IllegalArgumentException(
                    "change type " + name + " needs either seed steps or everyStep, and not both");
        }
    }
}
