package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.flow;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.CachePolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs that are stopped before they are done: cancelled, or out of time. */
class CancellingTest {
    @Test
    void aQueuedRunIsCancelledAtOnce() {
        var run = RunPlay.of(flow("a", "b <- a")).cancel();

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.status("a")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.commands()).isEmpty();
    }

    @Test
    void aRunningRunIsCancelledOnceItsExecutionsHaveStopped() {
        var run = RunPlay.of(flow("done", "a <- done", "b <- a", "flaky"))
                .claim()
                .succeed("done")
                .fail("flaky")
                .cancel();

        assertThat(run.commands()).containsExactly(new Command.Interrupt(1));
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.status("b")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.status("flaky")).as("in back-off").isEqualTo(StepStatus.CANCELLED);

        run.stopped("a");
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.status("a")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.status("done")).as("finished steps stay").isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void aResultOthersMayWaitForIsKeptThoughItComesAfterTheCancel() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().cancel().succeed("a");

        assertThat(run.status("a")).isEqualTo(StepStatus.COMPLETED);
        assertThat(run.status("b")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void aResultThatIsNobodyElsesIsDroppedWhenItComesAfterTheCancel() {
        var unshared =
                compile(workflow().step(step("a").cache(CachePolicy.RUN_ONLY)).step(step("b <- a")));
        var run = RunPlay.of(unshared).claim().cancel().succeed("a");

        assertThat(run.status("a")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.started()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void aFailureThatComesAfterTheCancelIsDropped() {
        var run = RunPlay.of(flow("a")).claim().cancel().fail("a");

        assertThat(run.status("a")).isEqualTo(StepStatus.CANCELLED);
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void aFailingRunCanStillBeCancelled() {
        var run = RunPlay.of(flow("bad", "slow"))
                .claim()
                .fail("bad", SkillFailure.invalidInput("", "no"))
                .cancel()
                .stopped("slow");

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.status("bad")).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void cancellingTwiceChangesNothing() {
        var run = RunPlay.of(flow("a")).claim().cancel();

        assertThat(run.cancel().transitions()).isEmpty();
        assertThat(run.commands()).as("told to stop once").isEmpty();
    }

    @Test
    void aRunThatIsOverCannotBeCancelled() {
        var run = RunPlay.of(flow("a")).claim().succeed("a").cancel();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.transitions()).isEmpty();
    }

    @Test
    void aRunOutOfTimeStopsAndFails() {
        var run = RunPlay.of(flow("done", "a <- done", "b <- a"))
                .claim()
                .succeed("done")
                .after(Duration.ofHours(1))
                .timeLimit();
        assertThat(run.commands()).containsExactly(new Command.Interrupt(1));

        run.stopped("a");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(outcome(run)).isInstanceOfSatisfying(Phase.Ended.Outcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo(ErrorCode.RUN_TIMEOUT);
            assertThat(failed.error().failedStepId()).isEmpty();
        });
        assertThat(run.status("done")).isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void aCancelWinsOverATimeLimitThatIsStillStoppingTheRun() {
        var run = RunPlay.of(flow("a")).claim().timeLimit().cancel().stopped("a");

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void aRunOutOfTimeThatLosesItsOwnerStaysOutOfTime() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().timeLimit().loseOwner();
        assertThat(run.commands()).containsExactly(new Command.Interrupt(0));

        run.stopped("a");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void anExecutionThatStopsUnaskedIsAFailedAttempt() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().stopped("a");

        assertThat(run.step("a", StepState.BackingOff.class).last().code()).isEqualTo(ErrorCode.SKILL_FAILED);
        assertThat(run.due("a").succeed("a", "b").status()).isEqualTo(RunStatus.COMPLETED);
    }

    private static Phase.Ended.Outcome outcome(RunPlay run) {
        return ((Phase.Ended) run.state().phase()).outcome();
    }
}
