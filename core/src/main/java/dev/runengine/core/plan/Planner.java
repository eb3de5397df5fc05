package dev.runengine.core.plan;

import dev.runengine.core.json.Json;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.ReuseRule;
import dev.runengine.core.reuse.ReuseRule.Ruling;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.BaseRun.Impact;
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
import java.util.function.Predicate;

/**
 * Foretells a run without executing anything: inputs are resolved as far as outputs are known, and each known input is
 * judged by the rule that execution follows. What hangs on an unknown output is MAYBE.
 */
public final class Planner {
    private final RunState run;
    private final SkillLookup skills;
    private final Function<CacheKey, CacheAnswer> cache;
    private final Predicate<EntryRef> held;
    private final Map<String, StepOutput> known = new HashMap<>();

    private Planner(RunState run, SkillLookup skills, Function<CacheKey, CacheAnswer> cache, Predicate<EntryRef> held) {
        this.run = run;
        this.skills = skills;
        this.cache = cache;
        this.held = held;
    }

    /**
     * @param run queued, as it would be triggered
     * @param cache asked without promise: an entry may be gone when the run comes to it
     * @param held entries that stay until then
     */
    public static Plan plan(
            RunState run, SkillLookup skills, Function<CacheKey, CacheAnswer> cache, Predicate<EntryRef> held) {
        return new Planner(run, skills, cache, held).plan();
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
            known.put(spec.id(), untouched.get().output());
            var base = run.base().map(BaseRun::runId).orElseThrow();
            return decided(
                    spec,
                    Expectation.REUSE,
                    StepDecision.of(Verdict.BASE_RUN, base),
                    isPinned(step) ? "it is pinned to the base run's result" : "the change does not touch it");
        }
        var candidate = Candidates.of(run, step);
        var unknown = unknownReads(spec);
        if (unknown.isPresent()) {
            return ReuseRule.executesAnyway(candidate)
                    .map(decision -> decided(spec, Expectation.RUN, decision, decision.because()))
                    .orElseGet(() -> undecided(
                            spec, Expectation.MAYBE, "it reads " + unknown.get() + ", whose result is not known yet"));
        }
        var skill = skills.find(spec.skill());
        if (skill.isEmpty()) {
            return undecided(spec, Expectation.RUN, "there is no skill " + spec.skill() + " here");
        }
        return switch (Inputs.prepare(
                run.workflow(), step, new Known(), skill.get().skillVersion())) {
            case Inputs.Answer.Missing(String message) -> undecided(spec, Expectation.RUN, message);
            case Inputs.Answer.Ready(Prepared prepared) -> judge(step, spec, candidate, prepared);
        };
    }

    private boolean isPinned(int step) {
        return run.base()
                .flatMap(BaseRun::impact)
                .map(Impact::pinned)
                .map(pinned -> pinned.contains(step))
                .orElse(false);
    }

    private PlannedStep judge(int step, StepSpec spec, ReuseRule.Candidate candidate, Prepared prepared) {
        return switch (ReuseRule.judge(candidate, prepared.inputHash(), prepared.skillVersion())) {
            case Ruling.TakeBase(var run, var base) -> {
                known.put(spec.id(), base.output());
                var decision = StepDecision.of(Verdict.BASE_RUN, run);
                yield judged(spec, Expectation.REUSE, decision, prepared, Optional.empty());
            }
            case Ruling.Execute(var decision) -> judged(spec, Expectation.RUN, decision, prepared, Optional.empty());
            case Ruling.AskCache(var versusBase) ->
                switch (cache.apply(Candidates.key(run, step, prepared.fingerprint()))) {
                    case CacheAnswer.Hit hit -> hit(spec, hit, prepared);
                    case CacheAnswer.Miss miss ->
                        judged(spec, Expectation.RUN, StepDecision.miss(miss, versusBase), prepared, Optional.empty());
                    case CacheAnswer.InFlight _ ->
                        judged(
                                spec,
                                Expectation.MAYBE,
                                StepDecision.of(Verdict.HIT_IN_FLIGHT),
                                prepared,
                                Optional.empty());
                    case CacheAnswer.Unavailable _ ->
                        judged(
                                spec,
                                Expectation.MAYBE,
                                StepDecision.of(Verdict.LOOKUP_ERROR),
                                prepared,
                                Optional.empty());
                };
        };
    }

    private PlannedStep hit(StepSpec spec, CacheAnswer.Hit hit, Prepared prepared) {
        var decision = StepDecision.of(hit.verdict(), hit.madeBy().runId());
        if (!held.test(hit.entry())) {
            return new PlannedStep(
                    spec.id(),
                    Expectation.MAYBE,
                    Optional.of(decision),
                    decision.because() + ", and nobody holds it",
                    Optional.of(prepared.inputHash()),
                    Optional.of(prepared.skillVersion()),
                    Optional.empty());
        }
        known.put(spec.id(), hit.output());
        return judged(spec, Expectation.REUSE, decision, prepared, Optional.of(hit.entry()));
    }

    private static PlannedStep judged(
            StepSpec spec,
            Expectation expectation,
            StepDecision decision,
            Prepared prepared,
            Optional<EntryRef> entry) {
        return new PlannedStep(
                spec.id(),
                expectation,
                Optional.of(decision),
                decision.because(),
                Optional.of(prepared.inputHash()),
                Optional.of(prepared.skillVersion()),
                entry);
    }

    private static PlannedStep decided(StepSpec spec, Expectation expectation, StepDecision decision, String reason) {
        return planned(spec, expectation, Optional.of(decision), reason);
    }

    private static PlannedStep undecided(StepSpec spec, Expectation expectation, String reason) {
        return planned(spec, expectation, Optional.empty(), reason);
    }

    private static PlannedStep planned(
            StepSpec spec, Expectation expectation, Optional<StepDecision> decision, String reason) {
        return new PlannedStep(
                spec.id(), expectation, decision, reason, Optional.empty(), Optional.empty(), Optional.empty());
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
