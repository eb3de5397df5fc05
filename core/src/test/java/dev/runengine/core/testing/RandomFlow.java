package dev.runengine.core.testing;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.optional;

import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Workflows by chance: wide ones, deep ones, and ones of diamonds. Every step reads a member of the trigger of its own. */
public final class RandomFlow {
    private RandomFlow() {}

    public static CompiledWorkflow of(RandomGenerator random, int maxSteps) {
        return Flows.compile(builder(random, 1 + random.nextInt(maxSteps)));
    }

    private static WorkflowBuilder builder(RandomGenerator random, int size) {
        var workflow = Flows.workflow();
        if (random.nextInt(4) == 0) {
            workflow.keepGoing();
        }
        var shape = Shape.values()[random.nextInt(Shape.values().length)];
        for (int step = 0; step < size; step++) {
            var fields = new ArrayList<Field>();
            fields.add(field("own", optional(fromTrigger("s" + step))));
            for (int dependency : shape.dependencies(random, step)) {
                fields.add(field("s" + dependency, fromStep("s" + dependency)));
            }
            workflow.step(Workflows.step("s" + step)
                    .input(inputSelector(fields.toArray(Field[]::new)))
                    .cache(cache(random))
                    .retry(RetryPolicy.of(1 + random.nextInt(3), Duration.ofSeconds(1))));
        }
        return workflow;
    }

    private static CachePolicy cache(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> CachePolicy.OFF;
            case 1 -> CachePolicy.RUN_ONLY;
            default -> CachePolicy.GLOBAL;
        };
    }

    private enum Shape {
        WIDE,
        DEEP,
        DIAMONDS,
        ANY;

        List<Integer> dependencies(RandomGenerator random, int step) {
            return switch (this) {
                case WIDE -> step == 0 || random.nextInt(3) > 0 ? List.of() : List.of(random.nextInt(step));
                case DEEP -> step == 0 ? List.of() : List.of(step - 1);
                case DIAMONDS -> diamond(step);
                case ANY -> any(random, step);
            };
        }

        /** One, then two beside each other, then one that joins them, and again. */
        private static List<Integer> diamond(int step) {
            return switch (step % 3) {
                case 1 -> List.of(step - 1);
                case 2 -> List.of(step - 2);
                default -> step == 0 ? List.of() : List.of(step - 2, step - 1);
            };
        }

        private static List<Integer> any(RandomGenerator random, int step) {
            var dependencies = new TreeSet<Integer>();
            for (int i = random.nextInt(4); i > 0 && step > 0; i--) {
                dependencies.add(random.nextInt(step));
            }
            return List.copyOf(dependencies);
        }
    }
}
