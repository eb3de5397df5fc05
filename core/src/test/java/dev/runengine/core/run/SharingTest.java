package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.flow;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A step that waits for the same work in another run. */
class SharingTest {
    private static final FlightLeader LEADER = new FlightLeader(new UUID(7, 7), 0);
    private static final CacheAnswer IN_FLIGHT =
            new CacheAnswer.InFlight(LEADER, new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty()));

    private static RunPlay waiting() {
        return RunPlay.of(flow("a", "b <- a")).cache(_ -> IN_FLIGHT).claim();
    }

    private static RunEvent failed(ErrorCode code, int failures) {
        var error = new StepError(code, "no luck", failures, RunPlay.T0, List.of());
        return new RunEvent.FlightEnded(0, LEADER, Optional.of(new TwinFailure(error, failures)), 0, RunPlay.T0);
    }

    @Test
    void aWaitingStepIsRunningAndHasNotBeenTried() {
        var run = waiting();

        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.state().step(0).counters()).isEqualTo(Counters.ZERO);
        assertThat(run.started()).isEmpty();
        assertThat(run.commands()).singleElement().isInstanceOf(Command.Await.class);
    }

    @Test
    void aNewOwnerGoesOnWaiting() {
        var run = waiting().claim();

        assertThat(run.commands()).singleElement().isInstanceOf(Command.Await.class);
    }

    @Test
    void theEndOfAnotherFlightSaysNothing() {
        var other = new FlightLeader(new UUID(8, 8), 0);
        var run = waiting().handle(new RunEvent.FlightEnded(0, other, Optional.empty(), 0, RunPlay.T0));

        assertThat(run.state().step(0)).isInstanceOf(StepState.Awaiting.class);
        assertThat(run.commands()).isEmpty();
    }

    @Test
    void whenNothingCameOfItTheStepIsExecutedHere() {
        var run = waiting()
                .cache(_ -> new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty()))
                .handle(new RunEvent.FlightEnded(0, LEADER, Optional.empty(), 0, RunPlay.T0));

        assertThat(run.started()).containsExactly("a");
        assertThat(run.state().step(0).counters().attempt()).isOne();
    }

    @Test
    void aSharedFailureIsTriedAgainWhileTriesAreLeft() {
        var tries = RetryPolicy.of(3, Duration.ofSeconds(1));
        var run = RunPlay.of(compile(workflow().step(step("a").retry(tries))))
                .cache(_ -> IN_FLIGHT)
                .claim()
                .handle(failed(ErrorCode.SKILL_FAILED, 2));

        assertThat(run.state().step(0)).isInstanceOf(StepState.BackingOff.class);
        assertThat(run.state().step(0).counters()).isEqualTo(new Counters(0, 2, 0));
    }

    @Test
    void aSharedFailureNeverCountsMoreThanTheTriesThereAre() {
        var run = waiting().handle(failed(ErrorCode.SKILL_FAILED, 50));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.state().step(0).counters().failures()).isEqualTo(RetryPolicy.DEFAULT.maxAttempts());
    }

    @Test
    void whatNoTryCanHelpFailsAtOnce() {
        for (var code : List.of(ErrorCode.INPUT_INVALID, ErrorCode.POLICY_VIOLATION, ErrorCode.WORKER_LOST)) {
            var run = waiting().handle(failed(code, 1));
            assertThat(run.status("a")).as("%s", code).isEqualTo(StepStatus.FAILED);
        }
    }

    @Test
    void whenItsRunFailsElsewhereTheStepGoesBackToPending() {
        var run = RunPlay.of(flow("x", "a"))
                .cache(key -> key.stepId().equals("a") ? IN_FLIGHT : missed())
                .claim()
                .fail("x")
                .after(Duration.ofSeconds(10))
                .due("x")
                .fail("x")
                .after(Duration.ofSeconds(10))
                .due("x")
                .fail("x");

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.status("a")).isEqualTo(StepStatus.PENDING);
    }

    @Test
    void aCancelledStepWaitsNoLonger() {
        var run = waiting().cancel();

        assertThat(run.status("a")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void anExecutionThatWasNotNeededIsNotCounted() {
        var run = RunPlay.of(flow("a")).claim();
        run.cache(_ -> IN_FLIGHT).handle(new RunEvent.Overtaken(0, 1, LEADER, RunPlay.T0));

        assertThat(run.state().step(0)).isInstanceOf(StepState.Awaiting.class);
        assertThat(run.state().step(0).counters().attempt()).isZero();
    }

    private static CacheAnswer missed() {
        return new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    }
}
