package dev.runengine.core.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a {@link ChangeType}; begun with {@link Workflows#change}. For one thread. */
public final class ChangeTypeBuilder {
    private final String name;
    private final List<String> seeds = new ArrayList<>();
    private boolean everyStep;
    private JObject payloadSchema = JObject.EMPTY;
    private JsonPointer mergeAt = JsonPointer.of("changes");
    private boolean force;

    ChangeTypeBuilder(String name) {
        this.name = name;
    }

    public ChangeTypeBuilder seeds(String... steps) {
        seeds.addAll(List.of(steps));
        return this;
    }

    public ChangeTypeBuilder everyStep() {
        this.everyStep = true;
        return this;
    }

    public ChangeTypeBuilder payload(JObject schema) {
        this.payloadSchema = schema;
        return this;
    }

    /** @param pointer RFC 6901, into the trigger payload */
    public ChangeTypeBuilder mergeAt(String pointer) {
        this.mergeAt = JsonPointer.parse(pointer);
        return this;
    }

    public ChangeTypeBuilder force() {
        this.force = true;
        return this;
    }

    ChangeType build() {
        return new ChangeType(name, seeds, everyStep, payloadSchema, mergeAt, force);
    }
}
