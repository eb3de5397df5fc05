package dev.runengine.core.why;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.Inputs;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** What would be recorded of a run whose skills are one function of step and input. */
final class PlayedRun implements RunFacts {
    private final RunState state;
    private final Map<String, SkillVersion> versions = new HashMap<>();

    private PlayedRun(RunState state) {
        this.state = state;
    }

    static PlayedRun of(CompiledWorkflow workflow, JObject trigger, BinaryOperator<Json> skill) {
        var play = RunPlay.of(RunState.queued(
                        new UUID(3, trigger.hashCode()),
                        "acme",
                        workflow,
                        trigger,
                        CacheFlags.DEFAULT,
                        Optional.empty()))
                .claim();
        while (!play.state().over()) {
            for (var step : play.executing()) {
                var input =
                        play.step(step, StepState.Executing.class).prepared().input();
                play.succeed(step, skill.apply(Json.of(step), input));
            }
        }
        return new PlayedRun(play.state());
    }

    PlayedRun skillOf(String step, String version) {
        versions.put(step, new SkillVersion(version));
        return this;
    }

    @Override
    public UUID runId() {
        return state.runId();
    }

    @Override
    public String workflowVersion() {
        return state.workflow().version();
    }

    @Override
    public Json trigger() {
        return state.trigger();
    }

    @Override
    public Optional<StepFacts> step(String id) {
        return state.workflow().find(id).stream().boxed().findFirst().map(number -> facts(id, number));
    }

    private StepFacts facts(String id, int number) {
        var done = (StepState.Done) state.step(number);
        var version = versions.getOrDefault(id, RunPlay.SKILL);
        var ready = (Inputs.Answer.Ready) Inputs.prepare(state.workflow(), number, state, version);
        Prepared prepared = ready.prepared();
        return new StepFacts(
                id,
                Optional.of(done.decision()),
                Optional.of(prepared.inputHash()),
                Optional.of(prepared.input()),
                Optional.of(version),
                Optional.of(done.output()));
    }
}
