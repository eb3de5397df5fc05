package dev.runengine.core.run;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.InteroperableJson;
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
            case Resolution.Resolved(Json input) -> prepared(step.id(), input, skill);
            case Resolution.Unresolved unresolved -> new Answer.Missing(unresolved.message(step.id()));
        };
    }

    /** What could not be written as JSON everywhere, and so not hashed for sure, is no input. */
    private static Answer prepared(String step, Json input, SkillVersion skill) {
        return InteroperableJson.firstViolation(input)
                .<Answer>map(violation -> new Answer.Missing(
                        "step " + step + ": input " + violation.at() + " cannot be used: " + violation.detail()))
                .orElseGet(
                        () -> new Answer.Ready(new Prepared(input, new Fingerprint(InputHasher.hash(input), skill))));
    }
}
