package dev.runengine.core.testing;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.inputSelector;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.Compilation;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowCompiler;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Workflows for tests: {@code flow("a", "b <- a", "c <- a b")}. A step reads the whole output of what it waits for. */
public final class Flows {
    /** Every skill exists, takes anything and gives anything. */
    public static final SkillLookup ANY_SKILL = id -> Optional.of(new SkillDescriptor(
            "any", "1", "test@1", id, "", List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), Duration.ofMinutes(1)));

    private Flows() {}

    public static CompiledWorkflow flow(String... steps) {
        var workflow = workflow();
        for (var step : steps) {
            workflow.step(step(step));
        }
        return compile(workflow);
    }

    public static WorkflowBuilder workflow() {
        return Workflows.workflow("test.flow", "1.0.0");
    }

    /** @param line {@code id}, or {@code id <- dependency dependency} */
    public static StepBuilder step(String line) {
        var parts = line.split(" <- ", -1);
        var dependencies = parts.length == 1 ? new String[0] : parts[1].split(" ", -1);
        return Workflows.step(parts[0])
                .input(inputSelector(Arrays.stream(dependencies)
                        .map(dependency -> field(dependency, fromStep(dependency)))
                        .toArray(Field[]::new)));
    }

    public static CompiledWorkflow compile(WorkflowBuilder workflow) {
        return switch (new WorkflowCompiler(ANY_SKILL, _ -> Optional.empty()).compile(workflow.build())) {
            case Compilation.Compiled(var compiled) -> compiled;
            case Compilation.Rejected(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }
}
