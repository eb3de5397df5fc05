package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says where a step's input, or a part of it, comes from. A closed set of node types, so that wiring can be checked
 * before anything runs and explained after it did. Built with {@link Selectors}, resolved by {@link Resolution#of}.
 */
public sealed interface Selector {

    record FromTrigger(JsonPath path) implements Selector {}

    /** Reads the output of an earlier step of the same run; see {@link StepOutput#asJson} for where the path starts. */
    record FromStep(String step, JsonPath path) implements Selector {}

    /** As {@link FromStep}, in the run this one updates. */
    record FromBaseRun(String step, JsonPath path) implements Selector {}

    /** Reads what change requests brought: {@code audio.style} is {@code changes.audio.style} of the trigger. */
    record FromChange(JsonPath path) implements Selector {
        public static final String MEMBER = "changes";

        public JsonPath triggerPath() {
            return path.under(MEMBER);
        }
    }

    record Constant(Json value) implements Selector {}

    /** Objects deep, later wins; of other values the last present wins; null is a value; missing operands do not count. */
    record Merge(List<Selector> operands) implements Selector {
        public Merge {
            operands = atLeastOne("merge", operands);
        }
    }

    record FirstOf(List<Selector> options) implements Selector {
        public FirstOf {
            options = atLeastOne("firstOf", options);
        }
    }

    /** May be missing without harm: a field or list item is then left out. */
    record IfPresent(Selector of) implements Selector {}

    /** The address of the n-th file of a step, counted from 0. */
    record Artifact(String step, int index) implements Selector {
        public Artifact {
            if (index < 0) {
                throw new IllegalArgumentException("artifacts are counted from 0, not " + index);
            }
        }

        /** The same place as a path into the step's output. */
        public JsonPath path() {
            return new JsonPath(
                    List.of(new JsonPath.Segment.Name(StepOutput.ARTIFACT_IDS), new JsonPath.Segment.Index(index)));
        }
    }

    /** Builds an object. A field whose trigger path is missing is left out unless the skill's input schema requires it. */
    record Fields(Map<String, Selector> fields) implements Selector {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Builds an array; missing when an item is missing that is not {@link IfPresent}. */
    record ListOf(List<Selector> items) implements Selector {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /**
     * The escape hatch: Java code, opaque to every check and explanation, and not part of a stored workflow. It must
     * depend on the scope only, and its step must declare the steps it reads.
     */
    record Computed(String label, Function<RunScope, Json> function) implements Selector {}

    private static List<Selector> atLeastOne(String what, List<Selector> operands) {
        if (operands.isEmpty()) {
            throw new IllegalArgumentException(what + " needs at least one operand");
        }
        return List.copyOf(operands);
    }
}
