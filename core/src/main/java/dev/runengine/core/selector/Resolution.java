package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import java.util.function.Predicate;

/** How resolving a selector in a run ended. */
public sealed interface Resolution {

    record Resolved(Json value) implements Resolution {}

    /**
     * A part that must be there is missing: INPUT_UNRESOLVED.
     *
     * @param field JSON pointer of the part of the input, empty for the whole
     * @param path what was read, as its author wrote it, such as {@code fromStep("plan", "data.copy.title")}
     * @param detail how far it resolved and what is there
     */
    record Unresolved(String field, String path, String detail) implements Resolution {
        /** The whole story in one sentence, for the step of that id. */
        public String message(String step) {
            var part = field.isEmpty() ? "the input" : "input " + field;
            return "step " + step + ": " + part + " cannot be made from " + path + ": " + detail;
        }
    }

    /**
     * Resolves a selector. Deterministic for equal scopes; throws nothing.
     *
     * @param requiredProperty tells which top-level properties the skill's input schema requires
     */
    static Resolution of(Selector selector, RunScope scope, Predicate<String> requiredProperty) {
        return new Resolver(scope).resolve(selector, requiredProperty);
    }
}
