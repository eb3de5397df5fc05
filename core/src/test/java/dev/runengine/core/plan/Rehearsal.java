package dev.runengine.core.plan;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.BaseRun.Impact;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** A workflow whose skills are one function of step id and input: run once, then updated. */
final class Rehearsal {
    private static final UUID BASE = new UUID(7, 7);

    private final CompiledWorkflow workflow;
    private final BinaryOperator<Json> skill;

    /** @param skill from the step's id and its input to its output */
    Rehearsal(CompiledWorkflow workflow, BinaryOperator<Json> skill) {
        this.workflow = workflow;
        this.skill = skill;
    }

    RunPlay first(JObject trigger) {
        return toTheEnd(
                RunPlay.of(RunState.queued(BASE, "acme", workflow, trigger, CacheFlags.DEFAULT, Optional.empty())));
    }

    RunState update(RunPlay finished, JObject trigger, Impact impact) {
        var steps = new HashMap<String, BaseStep>();
        for (var spec : workflow.spec().steps()) {
            steps.put(
                    spec.id(),
                    finished.step(spec.id(), StepState.Completed.class).asBase(BASE));
        }
        var base = new BaseRun(BASE, steps, Optional.of(impact));
        return RunState.queued(new UUID(7, 8), "acme", workflow, trigger, CacheFlags.DEFAULT, Optional.of(base));
    }

    RunPlay toTheEnd(RunPlay run) {
        run.claim();
        while (!run.state().over()) {
            for (var step : run.executing()) {
                var input = run.step(step, StepState.Executing.class).prepared().input();
                run.succeed(step, skill.apply(Json.of(step), input));
            }
        }
        return run;
    }
}
