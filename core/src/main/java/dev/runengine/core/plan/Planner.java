package dev.runengine.core.plan;

import dev.runengine.core.json.Json;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.ReuseRule;
import dev.runengine.core.reuse.ReuseRule.Ruling;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.Inputs;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.RunState;
import dev.runengine.core.selector.RunScope;
import dev.runengine.core.selector.SelectorReads;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.StepSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Foretells a run without executing anything: inputs are resolved as far as outputs are known, and each known input is
 * judged by the rule that execution follows. What hangs on an unknown output is MAYBE.
 */
public final class Planner {
    private final RunState run;
    private final SkillLookup skills;
    private final Function<CacheKey, CacheAnswer> cache;
    private final Map<String, StepOutput> known = new HashMap<>();

    private Planner(RunState run, SkillLookup skills, Function<CacheKey, CacheAnswer> cache) {
        this.run = run;
        this.skills = skills;
        this.cache = cache;
    }

    /**
     * @param run queued, as it would be triggered
     * @param cache asked without promise: an entry may be gone when the run comes to it
     */
    public static Plan plan(RunState run, SkillLookup skills, Function<CacheKey, CacheAnswer> cache) {
        return new Planner(run, skills, cache).plan();
    }

    private Plan plan() {
        var planned = new HashMap<Integer, PlannedStep>();
        for (int step : run.workflow().graph().topologicalOrder()) {
            planned.put(step, expect(step));
        }
        var steps = new ArrayList<PlannedStep>();
        for (int step = 0; step < run.workflow().size(); step++) {
            steps.add(planned.get(step));
        }
        return new Plan(steps);
    }

    private PlannedStep expect(int step) {
        var spec = run.workflow().step(step);
        var untouched = Candidates.untouched(run, step);
        if (untouched.isPresent()) {
            known.put(spec.id(), untouched.get());
            return new PlannedStep(spec.id(), Expectation.REUSE, "the change does not touch it");
        }
        var candidate = Candidates.of(run, step);
        var unknown = unknownReads(spec);
        if (unknown.isPresent()) {
            boolean certain = candidate.forced() || !candidate.policy().enabled();
            return certain
                    ? new PlannedStep(spec.id(), Expectation.RUN, "its cache is off or it is forced")
                    : new PlannedStep(
                            spec.id(),
                            Expectation.MAYBE,
                            "it reads " + unknown.get() + ", whose result is not known yet");
        }
        var skill = skills.find(spec.skill());
        if (skill.isEmpty()) {
            return new PlannedStep(spec.id(), Expectation.RUN, "no skill " + spec.skill() + " here");
        }
        return switch (Inputs.prepare(
                run.workflow(), step, new Known(), skill.get().skillVersion())) {
            case Inputs.Answer.Missing(String message) -> new PlannedStep(spec.id(), Expectation.RUN, message);
            case Inputs.Answer.Ready(Prepared prepared) -> judge(step, spec, candidate, prepared);
        };
    }

    private PlannedStep judge(int step, StepSpec spec, ReuseRule.Candidate candidate, Prepared prepared) {
        return switch (ReuseRule.judge(candidate, prepared.inputHash(), prepared.skillVersion())) {
            case Ruling.TakeBase(var _, var base) -> {
                known.put(spec.id(), base.output());
                yield new PlannedStep(spec.id(), Expectation.REUSE, "its input is the same as in the base run");
            }
            case Ruling.Execute(var decision) -> new PlannedStep(spec.id(), Expectation.RUN, decision.summary());
            case Ruling.AskCache(var versusBase) ->
                switch (cache.apply(Candidates.key(run, step, prepared.fingerprint()))) {
                    case CacheAnswer.Hit _ ->
                        new PlannedStep(spec.id(), Expectation.MAYBE, "the cache has a result, not held for this plan");
                    case CacheAnswer.Miss(var reason, var compared) ->
                        new PlannedStep(
                                spec.id(),
                                Expectation.RUN,
                                versusBase
                                        .orElse(StepDecision.miss(reason, compared))
                                        .summary());
                    case CacheAnswer.InFlight _ ->
                        new PlannedStep(spec.id(), Expectation.MAYBE, "another run is executing it now");
                    case CacheAnswer.Unavailable _ ->
                        new PlannedStep(spec.id(), Expectation.MAYBE, "the cache cannot be asked now");
                };
        };
    }

    private Optional<String> unknownReads(StepSpec spec) {
        var reads = SelectorReads.of(spec.input());
        var steps = reads.opaque() ? spec.dependsOn() : reads.steps();
        return steps.stream().filter(read -> !known.containsKey(read)).sorted().findFirst();
    }

    private final class Known implements RunScope {
        @Override
        public Json trigger() {
            return run.trigger();
        }

        @Override
        public Optional<StepOutput> output(String step) {
            return Optional.ofNullable(known.get(step));
        }

        @Override
        public Optional<StepOutput> baseOutput(String step) {
            return run.base().flatMap(base -> base.output(step));
        }
    }
}
