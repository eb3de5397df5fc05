package dev.runengine.core.testing;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.Inputs;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunMachine;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run played by hand: events go in, and what a driver answers within a turn (inputs, look-ups) is answered here. Steps
 * are named; attempts are filled in.
 */
public final class RunPlay {
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    public static final SkillVersion SKILL = new SkillVersion("1+test@1");

    private final List<Transition> lastTransitions = new ArrayList<>();
    private final List<Command> lastCommands = new ArrayList<>();
    private Function<CacheKey, CacheAnswer> cache = _ -> new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    private Instant now = T0;
    private RunState state;
    private long keys;

    private RunPlay(RunState state) {
        this.state = state;
    }

    public static RunPlay of(RunState state) {
        return new RunPlay(state);
    }

    /** Queued, without a base run. */
    public static RunPlay of(CompiledWorkflow workflow) {
        return of(
                RunState.queued(new UUID(0, 1), "acme", workflow, Json.object(), CacheFlags.DEFAULT, Optional.empty()));
    }

    public static RunPlay update(CompiledWorkflow workflow, BaseRun base) {
        return of(RunState.queued(
                new UUID(0, 2), "acme", workflow, Json.object(), CacheFlags.DEFAULT, Optional.of(base)));
    }

    public RunPlay cache(Function<CacheKey, CacheAnswer> answers) {
        this.cache = answers;
        return this;
    }

    public RunPlay after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public RunPlay claim() {
        return handle(new RunEvent.Claimed(false, now));
    }

    public RunPlay succeed(String... steps) {
        for (var step : steps) {
            succeed(step, Json.of(step));
        }
        return this;
    }

    public RunPlay succeed(String step, Json data) {
        return handle(new RunEvent.Succeeded(number(step), attempt(step), StepOutput.of(data), Usage.NONE, 5, now));
    }

    public RunPlay fail(String step) {
        return fail(step, new SkillFailure.Broken("it broke"));
    }

    public RunPlay fail(String step, SkillFailure failure) {
        return handle(new RunEvent.AttemptFailed(number(step), attempt(step), failure, 0, now));
    }

    /** It is about to submit a remote job. */
    public RunPlay submitting(String step) {
        return note(step, Optional.of(new JobRecord.Submitting(now)));
    }

    public RunPlay submitted(String step, String jobId) {
        return note(step, Optional.of(new JobRecord.Submitted(jobId, now)));
    }

    public RunPlay refused(String step) {
        return note(step, Optional.empty());
    }

    private RunPlay note(String step, Optional<JobRecord> job) {
        return handle(new RunEvent.JobNoted(number(step), attempt(step), job, now));
    }

    public RunPlay settle(String step, Settlement settlement) {
        return handle(new RunEvent.Settled(number(step), attempt(step), settlement, now));
    }

    /** The end of a back-off. */
    public RunPlay due(String step) {
        return handle(new RunEvent.RetryDue(number(step), attempt(step), newKey(), now));
    }

    public RunPlay stopped(String step) {
        return handle(new RunEvent.AttemptStopped(number(step), attempt(step), now));
    }

    public RunPlay cancel() {
        return handle(new RunEvent.CancelRequested(now));
    }

    public RunPlay timeLimit() {
        return handle(new RunEvent.TimeLimitReached(now));
    }

    /** The owner is lost; another loads what was recorded and claims it. */
    public RunPlay loseOwner() {
        state = recorded(state.steps(), state.phase());
        return claim();
    }

    /** The owner gives the run up on purpose; another claims it. */
    public RunPlay handOver() {
        state = recorded(state.steps(), state.phase());
        return handle(new RunEvent.Claimed(true, now));
    }

    /** A failed run is queued again, as every store does it. */
    public RunPlay retryRun() {
        var again = new ArrayList<StepState>();
        state.steps().forEach(step -> again.add(again(step)));
        state = recorded(again, new Phase.Queued());
        return handle(new RunEvent.Claimed(true, now));
    }

    private static StepState again(StepState step) {
        return switch (step) {
            case StepState.Done done -> done;
            case StepState.Failed(var _, var _, var _, var _, var _, var resumable)
            when resumable.isPresent() -> resumable.get().forgiven();
            case StepState.Cancelled(var _, var _, var _, var resumable)
            when resumable.isPresent() -> resumable.get().forgiven();
            case StepState other -> new StepState.Waiting(other.counters().forgiven(), 0);
        };
    }

    /** Only whether it was queued, running or over is recorded of a phase. */
    private RunState recorded(Iterable<StepState> steps, Phase phase) {
        var list = new ArrayList<StepState>();
        steps.forEach(list::add);
        var known = phase instanceof Phase.Queued || phase instanceof Phase.Ended ? phase : new Phase.Running();
        return RunState.of(
                state.runId(),
                state.tenant(),
                state.workflow(),
                state.trigger(),
                state.cache(),
                state.base(),
                known,
                state.startedAt(),
                list);
    }

    /** Takes a whole turn: until nothing more follows without executing a skill. */
    public RunPlay handle(RunEvent event) {
        lastTransitions.clear();
        lastCommands.clear();
        var answers = new ArrayDeque<RunEvent>(List.of(event));
        while (!answers.isEmpty()) {
            var decision = RunMachine.decide(state, answers.poll());
            state = decision.next();
            lastTransitions.addAll(decision.transitions());
            for (var command : decision.commands()) {
                switch (command) {
                    case Command.Resolve(int step) -> answers.add(resolve(step));
                    case Command.LookUp(int step, var key) ->
                        answers.add(new RunEvent.LookedUp(step, cache.apply(key), newKey(), now));
                    case Command.Execute _, Command.Interrupt _, Command.SetTimer _ -> lastCommands.add(command);
                    case Command.JobKept _, Command.Await _ -> lastCommands.add(command);
                }
            }
        }
        return this;
    }

    private RunEvent resolve(int step) {
        return switch (Inputs.prepare(state.workflow(), step, state, SKILL)) {
            case Inputs.Answer.Ready(var prepared) -> new RunEvent.InputResolved(step, prepared, newKey(), now);
            case Inputs.Answer.Missing(var message) -> new RunEvent.InputUnresolved(step, message, now);
        };
    }

    private UUID newKey() {
        return new UUID(1, ++keys);
    }

    public RunState state() {
        return state;
    }

    public Instant now() {
        return now;
    }

    public RunStatus status() {
        return state.phase().status();
    }

    public StepState step(String id) {
        return state.step(number(id));
    }

    public StepStatus status(String id) {
        return step(id).status();
    }

    public <S extends StepState> S step(String id, Class<S> as) {
        return as.cast(step(id));
    }

    /** Of the last turn. */
    public List<Transition> transitions() {
        return List.copyOf(lastTransitions);
    }

    /** Of the last turn, those that are carried out after its commit. */
    public List<Command> commands() {
        return List.copyOf(lastCommands);
    }

    /** The steps that the last turn started. */
    public Set<String> started() {
        return lastCommands.stream()
                .filter(Command.Execute.class::isInstance)
                .map(command -> id(command.step()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> executing() {
        return IntStream.range(0, state.steps().size())
                .filter(step -> state.step(step) instanceof StepState.Executing)
                .mapToObj(this::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String id(int step) {
        return state.workflow().step(step).id();
    }

    private int number(String id) {
        return state.workflow().stepNo(id);
    }

    private int attempt(String id) {
        return step(id).counters().attempt();
    }
}
