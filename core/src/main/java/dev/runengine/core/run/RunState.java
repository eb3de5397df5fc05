package dev.runengine.core.run;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.selector.RunScope;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * All that decides what happens next in a run.
 *
 * @param startedAt when an owner first took it
 * @param active steps that are on their way: resolving, looking up, executing or backing off
 */
public record RunState(
        UUID runId,
        String tenant,
        CompiledWorkflow workflow,
        Json trigger,
        CacheFlags cache,
        Optional<BaseRun> base,
        Phase phase,
        Optional<Instant> startedAt,
        StepStates steps,
        Tally tally,
        int active)
        implements RunScope {

    /** A run nobody has worked on yet. */
    public static RunState queued(
            UUID runId,
            String tenant,
            CompiledWorkflow workflow,
            Json trigger,
            CacheFlags cache,
            Optional<BaseRun> base) {
        var steps = IntStream.range(0, workflow.size())
                .mapToObj(step -> new StepState.Waiting(Counters.ZERO, workflow.dependencies(step).length))
                .toList();
        return of(runId, tenant, workflow, trigger, cache, base, new Phase.Queued(), Optional.empty(), steps);
    }

    /** A run as it was recorded. The counts of missing dependencies are derived here. */
    public static RunState of(
            UUID runId,
            String tenant,
            CompiledWorkflow workflow,
            Json trigger,
            CacheFlags cache,
            Optional<BaseRun> base,
            Phase phase,
            Optional<Instant> startedAt,
            List<? extends StepState> recorded) {
        var steps = StepStates.of(Dependencies.counted(workflow, recorded));
        int active = 0;
        for (var step : steps) {
            active += isActive(step) ? 1 : 0;
        }
        return new RunState(
                runId, tenant, workflow, trigger, cache, base, phase, startedAt, steps, Tally.of(steps), active);
    }

    /** How many of these steps have which status. */
    public static Tally tally(Iterable<StepState> steps) {
        return Tally.of(steps);
    }

    static boolean isActive(StepState step) {
        return switch (step) {
            case StepState.Resolving _, StepState.LookingUp _, StepState.Executing _, StepState.BackingOff _ -> true;
            case StepState.Held _, StepState.Awaiting _ -> true;
            case StepState.Waiting _, StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> false;
        };
    }

    public StepState step(int number) {
        return steps.get(number);
    }

    public boolean over() {
        return phase instanceof Phase.Ended;
    }

    @Override
    public Optional<StepOutput> output(String step) {
        return steps.get(workflow.stepNo(step)) instanceof StepState.Done done
                ? Optional.of(done.output())
                : Optional.empty();
    }

    @Override
    public Optional<StepOutput> baseOutput(String step) {
        return base.flatMap(run -> run.output(step));
    }

    RunState with(Phase next) {
        return new RunState(runId, tenant, workflow, trigger, cache, base, next, startedAt, steps, tally, active);
    }

    RunState startedAt(Instant at) {
        return new RunState(
                runId, tenant, workflow, trigger, cache, base, phase, Optional.of(at), steps, tally, active);
    }

    RunState with(int number, StepState next) {
        var before = steps.get(number);
        int change = (isActive(next) ? 1 : 0) - (isActive(before) ? 1 : 0);
        return new RunState(
                runId,
                tenant,
                workflow,
                trigger,
                cache,
                base,
                phase,
                startedAt,
                steps.with(number, next),
                tally.moved(before.status(), next.status()),
                active + change);
    }
}
