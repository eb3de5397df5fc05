package dev.runengine.core.run;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.selector.Resolution;
import dev.runengine.core.selector.RunScope;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.workflow.CompiledWorkflow;

/** Makes a step's input from what the run knows. Execution and plan share it. */
public final class Inputs {
    private Inputs() {}

    /** The input, or why there is none. */
    public sealed interface Answer {
        record Ready(Prepared prepared) implements Answer {}

        record Missing(String message) implements Answer {}
    }

    public static Answer prepare(CompiledWorkflow workflow, int number, RunScope scope, SkillVersion skill) {
        var step = workflow.step(number);
        return switch (Resolution.of(step.input(), scope, name -> workflow.requiresInput(number, name))) {
            case Resolution.Resolved(Json input) ->
                new Answer.Ready(new Prepared(input, new Fingerprint(InputHasher.hash(input), skill)));
            case Resolution.Unresolved unresolved -> new Answer.Missing(unresolved.message(step.id()));
        };
    }
}
