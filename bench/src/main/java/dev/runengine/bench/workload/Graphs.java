package dev.runengine.bench.workload;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.step;

import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The shapes of the workloads' workflows, of steps that read when the steps before them ended. */
final class Graphs {
    private static final String VERSION = "1.0.0";
    private static final int LAYER = 100;
    private static final int MAX_DEPENDENCIES = 3;
    private static final long SEED = 5;

    private Graphs() {}

    /** Each step reads the one before. */
    static WorkflowSpec chain(String name, int steps, CachePolicy cache) {
        var workflow = Workflows.workflow(name, VERSION).cache(cache);
        for (int n = 0; n < steps; n++) {
            workflow.step(n == 0 ? first(id(0)) : following(id(n), List.of(id(n - 1))));
        }
        return workflow.build();
    }

    /** One source, many that read it, one that reads all of them. */
    static WorkflowSpec fan(String name, int width, CachePolicy cache) {
        var workflow = Workflows.workflow(name, VERSION).cache(cache).step(first("source"));
        for (int n = 0; n < width; n++) {
            workflow.step(following(id(n), List.of("source")));
        }
        return workflow.step(following("sink", ids(0, width))).build();
    }

    /** Layers of 100, each step reading one to three of the layer before; the same for every call. */
    static WorkflowBuilder layers(String name, int steps, CachePolicy cache) {
        var random = new Random(SEED);
        var workflow = Workflows.workflow(name, VERSION).cache(cache);
        for (int n = 0; n < steps; n++) {
            int before = (n / LAYER - 1) * LAYER;
            var read = random.ints(1 + random.nextInt(MAX_DEPENDENCIES), before, before + LAYER)
                    .distinct()
                    .mapToObj(Graphs::id)
                    .toList();
            workflow.step(n < LAYER ? first(id(n)) : following(id(n), read));
        }
        return workflow;
    }

    static StepBuilder first(String id) {
        return step(id).skill(TimedSkills.NOTHING)
                .input(inputSelector(field(TimedSkills.TRIGGERED, fromTrigger(TimedSkills.TRIGGERED))));
    }

    static StepBuilder following(String id, List<String> dependencies) {
        return step(id).skill(TimedSkills.NOTHING)
                .input(inputSelector(dependencies.stream()
                        .map(before -> field(before, fromStep(before, "data.at")))
                        .toArray(Field[]::new)));
    }

    static String id(int number) {
        return "s" + number;
    }

    private static List<String> ids(int from, int to) {
        var ids = new String[to - from];
        Arrays.setAll(ids, n -> id(from + n));
        return List.of(ids);
    }
}
