package dev.runengine.runtime.testing;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.optional;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.workflow.Compilation;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowCompiler;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Workflows for tests, a line a step: {@code b <- a}. A step's input is what it waits for, and the member of the trigger's
 * {@code parts} that has its name.
 */
public final class TestFlows {
    public static final Duration TIME_LIMIT = Duration.ofMinutes(1);

    private TestFlows() {}

    public static WorkflowBuilder flow(String name, String... steps) {
        var workflow = Workflows.workflow(name, "1.0.0");
        for (var step : steps) {
            workflow.step(step(step));
        }
        return workflow;
    }

    /** @param line {@code id}, or {@code id <- dependency dependency} */
    public static StepBuilder step(String line) {
        var parts = line.split(" <- ", -1);
        var fields = new ArrayList<Field>();
        fields.add(field("own", optional(fromTrigger("parts." + parts[0]))));
        if (parts.length > 1) {
            for (var dependency : parts[1].split(" ", -1)) {
                fields.add(field(dependency, fromStep(dependency)));
            }
        }
        return Workflows.step(parts[0]).input(inputSelector(fields.toArray(Field[]::new)));
    }

    /** Any skill that is asked for: it takes anything and gives anything. */
    public static SkillDescriptor skill(String id) {
        return new SkillDescriptor(
                id, "1", "test@1", id, "", List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), TIME_LIMIT);
    }

    public static CompiledWorkflow compile(WorkflowBuilder workflow) {
        return switch (new WorkflowCompiler(id -> Optional.of(skill(id)), _ -> Optional.empty())
                .compile(workflow.build())) {
            case Compilation.Compiled(var compiled) -> compiled;
            case Compilation.Rejected(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }
}
