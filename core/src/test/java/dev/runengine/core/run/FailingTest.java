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
import org.junit.jupiter.api.Test;

/** What the failure of a step means for the steps beside and after it, and for the run. */
class FailingTest {
    private static final SkillFailure BAD_INPUT = new SkillFailure.InvalidInput("not like this", List.of());

    @Test
    void descendantsOfAFailedStepStayPending() {
        var run = RunPlay.of(flow("a", "b <- a", "c <- b")).claim().fail("a", BAD_INPUT);

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.status("b")).isEqualTo(StepStatus.PENDING);
        assertThat(run.status("c")).isEqualTo(StepStatus.PENDING);
    }

    @Test
    void executingStepsFinishAndAreKeptAndNothingNewStarts() {
        var run = RunPlay.of(flow("bad", "good", "next <- good")).claim().fail("bad", BAD_INPUT);

        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        run.succeed("good");
        assertThat(run.status("good")).isEqualTo(StepStatus.COMPLETED);
        assertThat(run.status("next")).isEqualTo(StepStatus.PENDING);
        assertThat(run.started()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void anExecutingStepThatFailsMeanwhileIsNotTriedAgain() {
        var run =
                RunPlay.of(flow("bad", "other")).claim().fail("bad", BAD_INPUT).fail("other");

        assertThat(run.status("other")).isEqualTo(StepStatus.FAILED);
        assertThat(error(run).failedStepId()).as("the first that failed").contains("bad");
    }

    @Test
    void stepsInBackOffFailWithTheirLastError() {
        var run = RunPlay.of(flow("bad", "flaky")).claim().fail("flaky").fail("bad", BAD_INPUT);

        var flaky = run.step("flaky", StepState.Failed.class);
        assertThat(flaky.error().code()).isEqualTo(ErrorCode.SKILL_FAILED);
        assertThat(flaky.error().attempt()).isEqualTo(1);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(error(run).failedStepId()).contains("bad");
    }

    @Test
    void withoutFailFastIndependentBranchesGoOn() {
        var run = RunPlay.of(compile(workflow()
                        .keepGoing()
                        .step(step("bad"))
                        .step(step("after <- bad"))
                        .step(step("good"))
                        .step(step("next <- good"))))
                .claim()
                .fail("bad", BAD_INPUT);

        assertThat(run.succeed("good").started()).containsExactly("next");
        run.succeed("next");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.status("next")).isEqualTo(StepStatus.COMPLETED);
        assertThat(run.status("after")).isEqualTo(StepStatus.PENDING);
        assertThat(error(run).failedStepId()).contains("bad");
    }

    @Test
    void usedUpRetriesHaveACodeOfTheirOwnAndTheStepKeepsTheLastAttempts() {
        var run = RunPlay.of(compile(workflow().step(step("a").retry(RetryPolicy.of(2, Duration.ofSeconds(1))))))
                .claim()
                .fail("a", new SkillFailure.Broken("first"))
                .due("a")
                .fail("a", new SkillFailure.TimedOut("took too long", Duration.ofMinutes(1)));

        assertThat(error(run).code()).isEqualTo(ErrorCode.MAX_RETRIES_EXCEEDED);
        assertThat(error(run).message()).contains("took too long");
        var failed = run.step("a", StepState.Failed.class).error();
        assertThat(failed.code()).isEqualTo(ErrorCode.SKILL_TIMEOUT);
        assertThat(failed.attempt()).isEqualTo(2);
    }

    @Test
    void aFailureThatIsNotRetriedGivesTheRunItsOwnCode() {
        assertThat(error(RunPlay.of(flow("a")).claim().fail("a", BAD_INPUT)).code())
                .isEqualTo(ErrorCode.INPUT_INVALID);
    }

    @Test
    void aStepThatMayBeTriedOnlyOnceGivesTheRunItsOwnCode() {
        var run = RunPlay.of(compile(workflow().step(step("a").retry(RetryPolicy.NONE))))
                .claim()
                .fail("a");

        assertThat(error(run).code()).isEqualTo(ErrorCode.SKILL_FAILED);
    }

    @Test
    void aRunThatLostItsOwnerWhileFailingGoesOnFailing() {
        var run = RunPlay.of(flow("ready <- first", "first", "bad", "slow"))
                .claim()
                .fail("bad", BAD_INPUT)
                .succeed("first")
                .loseOwner();

        assertThat(run.executing()).as("only what was executing").containsExactly("slow");
        assertThat(run.succeed("slow").status()).isEqualTo(RunStatus.FAILED);
        assertThat(error(run).failedStepId()).contains("bad");
    }

    @Test
    void aResultTheStoreRefusesFailsItsStep() {
        var run = RunPlay.of(flow("a", "b")).claim();
        run.handle(new RunEvent.RecordRefused(0, "too large", run.now())).succeed("b");

        assertThat(run.step("a", StepState.Failed.class).error().code()).isEqualTo(ErrorCode.RESULT_REFUSED);
        assertThat(run.status("b")).isEqualTo(StepStatus.COMPLETED);
        assertThat(error(run).code()).isEqualTo(ErrorCode.RESULT_REFUSED);
    }

    private static RunError error(RunPlay run) {
        var ended = (Phase.Ended) run.state().phase();
        return ((Phase.Ended.Outcome.Failed) ended.outcome()).error();
    }
}
