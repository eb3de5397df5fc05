package dev.runengine.runtime.simulation;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.optional;

import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** A workflow by chance, and what it comes to when its steps are simply done one after the other. */
record Graph(String name, List<Step> steps, boolean failFast, Optional<Duration> timeLimit) {
    private static final int MOST_STEPS = 9;

    /** @param dependencies by number, all of them smaller than its own */
    record Step(String id, List<Integer> dependencies, RetryPolicy retry, CachePolicy cache) {}

    static Graph of(RandomGenerator random, String name) {
        var steps = new ArrayList<Step>();
        int size = 1 + random.nextInt(MOST_STEPS);
        int most = random.nextInt(4);
        for (int number = 0; number < size; number++) {
            var dependencies = new TreeSet<Integer>();
            for (int i = 0; i < most && number > 0; i++) {
                dependencies.add(random.nextInt(number));
            }
            var retry = new RetryPolicy(
                    1 + random.nextInt(3), Duration.ofMillis(random.nextInt(800)), 1 + random.nextInt(3));
            steps.add(new Step("s" + number, List.copyOf(dependencies), retry, cache(random)));
        }
        Optional<Duration> timeLimit =
                random.nextInt(6) == 0 ? Optional.of(Duration.ofSeconds(4 + random.nextInt(12))) : Optional.empty();
        return new Graph(name, steps, random.nextInt(3) > 0, timeLimit);
    }

    private static CachePolicy cache(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> CachePolicy.OFF;
            case 1 -> CachePolicy.RUN_ONLY;
            default -> CachePolicy.GLOBAL;
        };
    }

    /** Every step can be changed on its own, by a change type of its name. */
    WorkflowSpec workflow() {
        var workflow = Workflows.workflow(name, "1.0.0");
        for (var step : steps) {
            var fields = new ArrayList<Field>();
            fields.add(field("own", optional(fromTrigger("parts." + step.id()))));
            step.dependencies()
                    .forEach(dependency -> fields.add(field(
                            steps.get(dependency).id(),
                            fromStep(steps.get(dependency).id(), "data"))));
            workflow.step(Workflows.step(step.id())
                    .input(inputSelector(fields.toArray(Field[]::new)))
                    .cache(step.cache())
                    .retry(step.retry()));
            workflow.change(Workflows.change(step.id()).seeds(step.id()).mergeAt("/parts/" + step.id()));
        }
        timeLimit.ifPresent(workflow::timeLimit);
        return failFast ? workflow.build() : workflow.keepGoing().build();
    }

    /** By step id. @param parts what the trigger gives to which step */
    Map<String, String> results(Map<String, Integer> parts) {
        var results = new LinkedHashMap<String, String>();
        for (var step : steps) {
            var inputs = new TreeMap<String, String>();
            if (parts.containsKey(step.id())) {
                inputs.put("own", String.valueOf(parts.get(step.id())));
            }
            for (int dependency : step.dependencies()) {
                var id = steps.get(dependency).id();
                inputs.put(id, String.valueOf(results.get(id)));
            }
            results.put(step.id(), result(step.id(), inputs));
        }
        return results;
    }

    /** What a skill makes of its inputs: the same for the same ones, another for others. */
    static String result(String step, Map<String, String> inputs) {
        long result = 7;
        for (char c : (step + inputs).toCharArray()) {
            result = result * 1_000_003 + c;
        }
        return Long.toHexString(result);
    }
}
