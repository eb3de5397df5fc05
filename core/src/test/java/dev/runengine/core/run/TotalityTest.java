package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event is answered in every state: of the run, and of the step it is about. */
class TotalityTest {
    private static final CompiledWorkflow WORKFLOW =
            compile(workflow().step(step("a")).step(step("b <- a")));
    private static final Instant NOW = RunPlay.T0;
    private static final UUID KEY = new UUID(3, 3);
    private static final Counters ONCE = new Counters(1, 0, 0);
    private static final StepOutput OUTPUT = StepOutput.of(Json.of("out"));
    private static final Prepared PREPARED =
            new Prepared(Json.object(), new Fingerprint(InputHasher.hash(Json.object()), RunPlay.SKILL));
    private static final CacheAnswer.Miss NOT_FOUND = new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    private static final StepDecision MISS = StepDecision.miss(MissReason.FIRST_SEEN, Optional.empty());
    private static final StepError ERROR = new StepError(ErrorCode.SKILL_FAILED, "broke", 1, NOW, List.of());
    private static final JobRecord UNKNOWN = new JobRecord.Submitting(NOW);
    private static final StepState.Executing SENDING =
            new StepState.Executing(ONCE, PREPARED, MISS, KEY, NOW, Optional.empty(), Optional.of(UNKNOWN));
    private static final FlightLeader LEADER = new FlightLeader(new UUID(4, 4), 0);
    private static final Phase.Ended.Outcome FAILED =
            new Phase.Ended.Outcome.Failed(new RunError(ErrorCode.SKILL_FAILED, "broke", Optional.of("a"), NOW));

    @Test
    void everyEventIsAnsweredInEveryState() {
        for (var phase : phases()) {
            for (var step : steps()) {
                for (var event : events()) {
                    var state = state(phase, step);
                    assertThatCode(() -> assertSound(state, event, RunMachine.decide(state, event)))
                            .as("%s in %s with a %s", event, phase, step)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    /** So that a new event, phase or step state cannot be forgotten above. */
    @Test
    void everyKindIsVisited() {
        assertThat(kinds(phases())).isEqualTo(leaves(Phase.class));
        assertThat(kinds(steps())).isEqualTo(leaves(StepState.class));
        assertThat(kinds(events())).isEqualTo(leaves(RunEvent.class));
    }

    private static void assertSound(RunState before, RunEvent event, Decision decision) {
        var next = decision.next();
        assertThat(next.tally()).isEqualTo(RunState.tally(next.steps()));
        if (before.step(0) instanceof StepState.Done) {
            assertThat(next.step(0)).isEqualTo(before.step(0));
        }
        if (before.over()) {
            assertThat(next).isEqualTo(before);
        }
        assertThat(RunMachine.decide(before, event)).as("the same again").isEqualTo(decision);
    }

    private static RunState state(Phase phase, StepState first) {
        return RunState.of(
                KEY,
                "acme",
                WORKFLOW,
                Json.object(),
                CacheFlags.DEFAULT,
                Optional.empty(),
                phase,
                Optional.of(NOW),
                List.of(first, new StepState.Waiting(Counters.ZERO, 1)));
    }

    private static List<Phase> phases() {
        return List.of(
                new Phase.Queued(),
                new Phase.Running(),
                new Phase.Draining(),
                new Phase.Failing(((Phase.Ended.Outcome.Failed) FAILED).error()),
                new Phase.Stopping(FAILED),
                new Phase.Stopping(new Phase.Ended.Outcome.Cancelled()),
                new Phase.Ended(new Phase.Ended.Outcome.Completed(), NOW));
    }

    private static List<StepState> steps() {
        return List.of(
                new StepState.Waiting(Counters.ZERO, 0),
                new StepState.Resolving(Counters.ZERO),
                new StepState.LookingUp(Counters.ZERO, PREPARED, Optional.empty()),
                new StepState.Executing(ONCE, PREPARED, MISS, KEY, NOW, Optional.empty(), Optional.empty()),
                SENDING,
                new StepState.Held(SENDING, ERROR),
                new StepState.Awaiting(Counters.ZERO, PREPARED, MISS, NOW, LEADER, Optional.empty()),
                new StepState.BackingOff(ONCE, PREPARED, MISS, NOW, NOW, ERROR, Optional.empty()),
                new StepState.BackingOff(
                        ONCE, PREPARED, MISS, NOW, NOW, ERROR, Optional.of(new Submission(KEY, UNKNOWN))),
                new StepState.Completed(ONCE, PREPARED.fingerprint(), MISS, OUTPUT, Usage.NONE, NOW, NOW, 1),
                new StepState.Reused(
                        Counters.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        StepDecision.of(Verdict.BASE_RUN, KEY),
                        OUTPUT,
                        Optional.empty(),
                        Optional.empty(),
                        NOW),
                new StepState.Failed(ONCE, Optional.empty(), ERROR, Optional.empty(), NOW, Optional.empty()),
                new StepState.Cancelled(ONCE, Optional.empty(), NOW, Optional.empty()));
    }

    private static List<RunEvent> events() {
        return List.of(
                new RunEvent.Claimed(true, NOW),
                new RunEvent.Claimed(false, NOW),
                new RunEvent.InputResolved(0, PREPARED, KEY, NOW),
                new RunEvent.InputUnresolved(0, "missing", NOW),
                new RunEvent.LookedUp(0, new CacheAnswer.Unavailable("away"), KEY, NOW),
                new RunEvent.LookedUp(0, new CacheAnswer.InFlight(LEADER, NOT_FOUND), KEY, NOW),
                new RunEvent.FlightTaken(0, LEADER, NOW),
                new RunEvent.FlightEnded(0, LEADER, Optional.empty(), 0.5, NOW),
                new RunEvent.FlightEnded(0, LEADER, Optional.of(new TwinFailure(ERROR, 1)), 0.5, NOW),
                new RunEvent.Overtaken(0, 1, LEADER, NOW),
                new RunEvent.Succeeded(0, 1, OUTPUT, Usage.NONE, 1, NOW),
                new RunEvent.AttemptFailed(0, 1, new SkillFailure.Broken("broke"), 0.5, NOW),
                new RunEvent.AttemptFailed(0, 1, new SkillFailure.OutcomeUnknown("who knows"), 0.5, NOW),
                new RunEvent.JobNoted(0, 1, Optional.of(UNKNOWN), NOW),
                new RunEvent.JobNoted(0, 1, Optional.of(new JobRecord.Submitted("j1", NOW)), NOW),
                new RunEvent.Settled(0, 1, new Settlement.NeverSubmitted(), NOW),
                new RunEvent.Settled(0, 1, new Settlement.KnownJob("j1"), NOW),
                new RunEvent.AttemptStopped(0, 1, NOW),
                new RunEvent.RetryDue(0, 1, KEY, NOW),
                new RunEvent.RecordRefused(0, "too large", NOW),
                new RunEvent.DrainRequested(NOW),
                new RunEvent.ResumeRequested(NOW),
                new RunEvent.CancelRequested(NOW),
                new RunEvent.TimeLimitReached(NOW));
    }

    private static List<String> kinds(List<?> values) {
        return values.stream()
                .map(value -> value.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> leaves(Class<?> sealed) {
        return concrete(sealed).map(Class::getSimpleName).sorted().collect(Collectors.toList());
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TotalityTest::concrete)
                : Stream.of(type);
    }
}
