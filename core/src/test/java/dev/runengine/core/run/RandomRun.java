package dev.runengine.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.testing.RandomFlow;
import dev.runengine.core.testing.RunPlay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One run with a scheduler that does whatever chance says, and an eye on every rule after every turn. */
final class RandomRun {
    private static final int MOST_TURNS = 20_000;

    private final Random random;
    private final RunPlay run;
    /** Step numbers that this owner executes, and those whose back-off it times. */
    private final Set<Integer> executing = new TreeSet<>();

    private final Set<Integer> backingOff = new TreeSet<>();
    /** Steps that a person has to settle. */
    private final Set<Integer> held = new TreeSet<>();

    /** By step: the key under which a job was sent of which nobody knows, until somebody does. */
    private final Map<Integer, UUID> unknown = new HashMap<>();

    private final Set<String> executions = new HashSet<>();
    private final int failuresIn100;
    private final int calamitiesIn100;
    private int retriesOfTheRun;

    RandomRun(Random random) {
        this.random = random;
        this.failuresIn100 = random.nextInt(3) * 15;
        this.calamitiesIn100 = random.nextInt(3) * 2;
        int hitsIn100 = random.nextInt(3) * 30;
        this.run = RunPlay.of(RandomFlow.of(random, 40)).cache(_ -> answer(hitsIn100));
        this.retriesOfTheRun = random.nextInt(3);
    }

    RunStatus toTheEnd() {
        turn(run::claim);
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            if (!run.state().over()) {
                assertThat(executing.size() + backingOff.size() + held.size())
                        .as("something is on its way")
                        .isPositive();
                step();
            } else if (run.status() == RunStatus.FAILED && retriesOfTheRun-- > 0) {
                turn(run::retryRun);
            } else {
                checkEnd();
                return run.status();
            }
        }
        throw new AssertionError("the run does not end");
    }

    private void step() {
        if (random.nextInt(100) < calamitiesIn100) {
            calamity();
        } else if (!held.isEmpty() && (executing.isEmpty() && backingOff.isEmpty() || random.nextBoolean())) {
            int step = oneOf(held);
            held.remove(step);
            unknown.remove(step);
            turn(() -> run.settle(
                    id(step), random.nextBoolean() ? new Settlement.NeverSubmitted() : new Settlement.KnownJob("job")));
        } else if (!executing.isEmpty() && random.nextInt(4) == 0) {
            job(oneOf(executing));
        } else if (backingOff.isEmpty() || (!executing.isEmpty() && random.nextBoolean())) {
            int step = oneOf(executing);
            executing.remove(step);
            turn(() -> outcome(id(step)));
        } else {
            int step = oneOf(backingOff);
            backingOff.remove(step);
            turn(() -> run.due(id(step)));
        }
    }

    private void calamity() {
        switch (random.nextInt(6)) {
            case 0 -> turn(run::cancel);
            case 1 -> turn(run::timeLimit);
            case 2, 3 -> {
                forgetOwner();
                turn(run::loseOwner);
            }
            case 4 -> {
                forgetOwner();
                turn(run::handOver);
            }
            default -> lateEvent();
        }
    }

    private void job(int step) {
        turn(() -> {
            switch (random.nextInt(3)) {
                case 0 -> run.submitting(id(step));
                case 1 -> run.submitted(id(step), "job");
                default -> run.refused(id(step));
            }
        });
    }

    private void checkKept(int step) {
        var now = (StepState.Executing) run.state().step(step);
        if (now.outcomeUnknown()) {
            unknown.put(step, now.executionKey());
        } else {
            unknown.remove(step);
        }
    }

    /** The rule: while nobody knows what became of a submission, no execution may take it for new. */
    private void checkKey(int step, UUID key, Optional<JobRecord> job) {
        if (unknown.containsKey(step)) {
            assertThat(key).as("%s keeps its key", id(step)).isEqualTo(unknown.get(step));
            assertThat(job).as("%s knows of its job", id(step)).isPresent();
        }
    }

    private void forgetOwner() {
        executing.clear();
        backingOff.clear();
    }

    /** Of an attempt before the current one: nobody may care. */
    private void lateEvent() {
        int step = random.nextInt(run.state().steps().size());
        int attempt = run.state().step(step).counters().attempt() - 1;
        var before = run.state();
        run.handle(new RunEvent.AttemptFailed(step, attempt, new SkillFailure.Broken("late"), 0, run.now()));
        assertThat(run.state()).isEqualTo(before);
    }

    private void outcome(String step) {
        boolean stopping = run.state().phase() instanceof Phase.Stopping;
        if (stopping && random.nextBoolean()) {
            run.stopped(step);
        } else if (random.nextInt(100) < failuresIn100) {
            run.fail(step, failure());
        } else {
            run.succeed(step, Json.of(random.nextInt(1_000)));
        }
    }

    private SkillFailure failure() {
        return switch (random.nextInt(6)) {
            case 0 -> SkillFailure.invalidInput("/x", "no");
            case 1 -> new SkillFailure.InvalidOutput("not as promised", List.of());
            case 2 -> new SkillFailure.Transient("429", Optional.empty());
            default -> new SkillFailure.Broken("broke");
        };
    }

    private CacheAnswer answer(int hitsIn100) {
        if (random.nextInt(100) < hitsIn100) {
            return new CacheAnswer.Hit(
                    Verdict.HIT_COLD,
                    new EntryRef(random.nextInt(), 0),
                    StepOutput.of(Json.of(random.nextInt(1_000))),
                    new Execution(new UUID(5, 5), random.nextInt(1_000), Usage.NONE));
        }
        return random.nextInt(10) == 0
                ? new CacheAnswer.Unavailable("away")
                : new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    }

    private void turn(Runnable event) {
        var before = run.state();
        event.run();
        run.transitions().forEach(this::checkTransition);
        run.commands().forEach(this::obey);
        checkState(before);
    }

    private void checkTransition(Transition transition) {
        if (transition instanceof Transition.StepMoved(int step, StepState from, StepState to)) {
            assertThat(from).as("a done step stays done").isNotInstanceOf(StepState.Done.class);
            if (to instanceof StepState.Executing || to instanceof StepState.Reused) {
                for (int dependency : run.state().workflow().dependencies(step)) {
                    assertThat(run.state().step(dependency))
                            .as("%s is done before %s starts", id(dependency), id(step))
                            .isInstanceOf(StepState.Done.class);
                }
            }
        }
    }

    private void obey(Command command) {
        switch (command) {
            case Command.Execute(int step, int attempt, var _, var key, var job) -> {
                assertThat(executing.add(step))
                        .as("%s executes once at a time", id(step))
                        .isTrue();
                assertThat(executions.add(step + "#" + attempt))
                        .as("one execution an attempt")
                        .isTrue();
                checkKey(step, key, job);
            }
            case Command.SetTimer timer -> backingOff.add(timer.step());
            case Command.Interrupt(int step) -> {
                // An execution that nobody here has was lost with its owner: a driver says at once that it stopped.
                executing.add(step);
            }
            case Command.JobKept(int step, int _) -> checkKept(step);
            case Command.Await _ -> throw new AssertionError("nobody else executes anything: " + command);
            case Command.Resolve _, Command.LookUp _ -> throw new AssertionError("not after a turn: " + command);
        }
    }

    private void checkState(RunState before) {
        var state = run.state();
        assertThat(state.tally()).isEqualTo(RunState.tally(state.steps()));
        int active = 0;
        for (int step = 0; step < state.steps().size(); step++) {
            var now = state.step(step);
            assertThat(now)
                    .as("nothing is left half prepared after a turn")
                    .isNotInstanceOfAny(StepState.Resolving.class, StepState.LookingUp.class);
            boolean isHeld = now instanceof StepState.Held;
            active += now instanceof StepState.Executing || now instanceof StepState.BackingOff || isHeld ? 1 : 0;
            assertThat(now.counters().attempt())
                    .as("attempts only grow")
                    .isGreaterThanOrEqualTo(before.step(step).counters().attempt());
            checkCountdown(state, step, now);
            if (isHeld) {
                held.add(step);
            }
        }
        assertThat(state.active()).isEqualTo(active);
        backingOff.removeIf(step -> !(state.step(step) instanceof StepState.BackingOff));
        executing.removeIf(step -> !(state.step(step) instanceof StepState.Executing));
        held.removeIf(step -> !(state.step(step) instanceof StepState.Held));
    }

    private static void checkCountdown(RunState state, int step, StepState now) {
        if (now instanceof StepState.Waiting(var _, int missing) && state.phase() instanceof Phase.Running) {
            long open = Arrays.stream(state.workflow().dependencies(step))
                    .filter(dependency -> !(state.step(dependency) instanceof StepState.Done))
                    .count();
            assertThat((long) missing)
                    .as("a waiting step knows how many it waits for")
                    .isEqualTo(open);
            assertThat(missing).as("nothing that could start waits").isPositive();
        }
    }

    private void checkEnd() {
        var tally = run.state().tally();
        switch (run.status()) {
            case COMPLETED -> assertThat(tally.done()).isEqualTo(tally.total());
            case CANCELLED -> assertThat(tally.pending() + tally.running()).isZero();
            case FAILED -> assertThat(tally.running()).isZero();
            case QUEUED, RUNNING -> throw new AssertionError("not an end");
        }
    }

    private int oneOf(Set<Integer> steps) {
        return new ArrayList<>(steps).get(random.nextInt(steps.size()));
    }

    private String id(int step) {
        return run.state().workflow().step(step).id();
    }
}
