package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.flow;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether and when a failed attempt is followed by another, and what counts as one. */
class RetryingTest {
    private static final SkillFailure BROKEN = new SkillFailure.Broken("it broke");
    private static final SkillFailure BAD_OUTPUT = new SkillFailure.InvalidOutput("not what was promised", List.of());

    @ParameterizedTest(name = "after failure {0}: {1} s")
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "6, 32", "7, 60", "30, 60"})
    void theDelayDoublesUpToAMinute(int failures, long seconds) {
        var run = RunPlay.of(compile(workflow().step(step("a").retry(RetryPolicy.of(50, Duration.ofSeconds(1))))))
                .claim();
        for (int i = 1; i < failures; i++) {
            run.fail("a").due("a");
        }
        run.fail("a");

        assertThat(backingOff(run).retryAt()).isEqualTo(run.now().plusSeconds(seconds));
        assertThat(run.commands())
                .containsExactly(new Command.SetTimer(0, failures, run.now().plusSeconds(seconds)));
    }

    @ParameterizedTest(name = "jitter {0}: {1} ms")
    @CsvSource({"0, 1000", "0.5, 1100", "0.999, 1199"})
    void chanceAddsUpToAFifth(double jitter, long millis) {
        var run = RunPlay.of(flow("a")).claim();
        run.handle(new RunEvent.AttemptFailed(0, 1, BROKEN, jitter, run.now()));

        assertThat(backingOff(run).retryAt()).isEqualTo(run.now().plusMillis(millis));
    }

    @Test
    void whatAProviderSaysAboutWhenWins() {
        var run = RunPlay.of(flow("a"))
                .claim()
                .fail("a", new SkillFailure.Transient("429", Optional.of(Duration.ofSeconds(300))));

        assertThat(backingOff(run).retryAt()).isEqualTo(run.now().plusSeconds(300));
    }

    @Test
    void aStepInBackOffIsRunningAndShowsWhenAndWhy() {
        var run = RunPlay.of(flow("a")).claim().fail("a");

        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
        assertThat(backingOff(run).last().message()).isEqualTo("it broke");
        assertThat(run.state().active()).isEqualTo(1);
    }

    @Test
    void aTimeoutIsRetried() {
        var run = RunPlay.of(flow("a")).claim().fail("a", new SkillFailure.TimedOut("late", Duration.ofSeconds(1)));

        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void neitherBadInputNorAPolicyViolationIsRetried() {
        assertThat(RunPlay.of(flow("a"))
                        .claim()
                        .fail("a", SkillFailure.invalidInput("/x", "no"))
                        .status("a"))
                .isEqualTo(StepStatus.FAILED);
        assertThat(RunPlay.of(flow("a"))
                        .claim()
                        .fail("a", new SkillFailure.Rejected("not allowed"))
                        .status("a"))
                .isEqualTo(StepStatus.FAILED);
    }

    @Test
    void outputThatBreaksItsSchemaTwiceInARowIsNotRetried() {
        var run = RunPlay.of(flow("a")).claim().fail("a", BAD_OUTPUT);
        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);

        run.due("a").fail("a", BAD_OUTPUT);
        assertThat(run.step("a", StepState.Failed.class).error().code()).isEqualTo(ErrorCode.OUTPUT_INVALID);
        assertThat(run.step("a").counters().failures()).isEqualTo(2);
    }

    @Test
    void theExecutionKeyIsRenewedOnlyAfterAFailure() {
        var run = RunPlay.of(flow("a")).claim();
        var first = run.step("a", StepState.Executing.class).executionKey();

        assertThat(run.loseOwner().step("a", StepState.Executing.class).executionKey())
                .isEqualTo(first);
        assertThat(run.handOver().step("a", StepState.Executing.class).executionKey())
                .isEqualTo(first);
        assertThat(run.fail("a").due("a").step("a", StepState.Executing.class).executionKey())
                .isNotEqualTo(first);
    }

    @Test
    void theInputOfAnExecutionIsNotResolvedAgain() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().succeed("a");
        var prepared = run.step("b", StepState.Executing.class).prepared();

        assertThat(run.loseOwner().step("b", StepState.Executing.class).prepared())
                .isSameAs(prepared);
    }

    @Test
    void attemptsAreCountedOverRetriesOfTheRunAndFailuresAreNot() {
        var run = RunPlay.of(compile(workflow().step(step("a").retry(RetryPolicy.of(2, Duration.ofSeconds(1))))))
                .claim()
                .fail("a")
                .due("a")
                .fail("a");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);

        run.retryRun();
        assertThat(run.step("a").counters()).isEqualTo(new Counters(3, 0, 0));
        assertThat(run.fail("a").status("a")).as("it may fail once more").isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aRetriedRunKeepsItsFinishedSteps() {
        var run = RunPlay.of(flow("a", "b <- a"))
                .claim()
                .succeed("a")
                .fail("b", SkillFailure.invalidInput("", "no"))
                .retryRun();

        assertThat(run.started()).containsExactly("b");
        assertThat(run.succeed("b").status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void executionsLostWithTheirWorkerCountApartFromFailures() {
        var run = RunPlay.of(flow("a")).claim().fail("a").due("a").loseOwner();

        assertThat(run.step("a").counters()).isEqualTo(new Counters(3, 1, 1));
    }

    @Test
    void aStepThatLosesItsWorkerTooOftenFails() {
        var run = RunPlay.of(flow("a")).claim().loseOwner().loseOwner();
        assertThat(run.executing()).containsExactly("a");

        run.loseOwner();
        assertThat(run.step("a", StepState.Failed.class).error().code()).isEqualTo(ErrorCode.WORKER_LOST);
        assertThat(run.step("a").counters()).isEqualTo(new Counters(3, 0, 3));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aHandOverCountsInNeither() {
        var run = RunPlay.of(flow("a")).claim().handOver().handOver().handOver().handOver();

        assertThat(run.step("a").counters()).isEqualTo(new Counters(5, 0, 0));
        assertThat(run.executing()).containsExactly("a");
    }

    @Test
    void aBackOffOutlivesItsOwner() {
        var run = RunPlay.of(flow("a")).claim().fail("a");
        var due = backingOff(run).retryAt();

        run.after(Duration.ofSeconds(30)).loseOwner();
        assertThat(run.commands()).containsExactly(new Command.SetTimer(0, 1, due));
        assertThat(run.step("a").counters().lost()).isZero();
    }

    private static StepState.BackingOff backingOff(RunPlay run) {
        return run.step("a", StepState.BackingOff.class);
    }
}
