package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.StepState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What steps were made from, once per content, as long as the store: a reused result knows its input by the hash. */
final class MemoryInputs {
    private record Key(String tenant, ContentHash hash) {}

    private final Map<Key, Json> inputs = new HashMap<>();

    /** Keeps what a step in that state brings. @return its input, its own or the one its result was made from */
    Optional<Json> of(String tenant, StepState state) {
        return switch (state) {
            case StepState.Executing executing -> Optional.of(keep(tenant, executing.prepared()));
            case StepState.Awaiting awaiting -> Optional.of(keep(tenant, awaiting.prepared()));
            case StepState.Reused reused -> reused.fingerprint().flatMap(made -> of(tenant, made, reused.input()));
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.BackingOff _, StepState.Held _, StepState.Completed _ -> Optional.empty();
            case StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
    }

    private Optional<Json> of(String tenant, Fingerprint made, Optional<Json> resolved) {
        return resolved.map(input -> keep(tenant, new Prepared(input, made)))
                .or(() -> Optional.ofNullable(inputs.get(new Key(tenant, made.inputHash()))));
    }

    private Json keep(String tenant, Prepared prepared) {
        inputs.putIfAbsent(new Key(tenant, prepared.inputHash()), prepared.input());
        return prepared.input();
    }
}
