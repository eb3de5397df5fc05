package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.testing.RunPlay;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Remote jobs of steps: paid for once. */
class SubmissionsTest {
    private static final SkillFailure LOST = new SkillFailure.Broken("the answer was lost");
    private static final SkillFailure NOBODY_TO_ASK = new SkillFailure.OutcomeUnknown("the answer was lost");

    @Test
    void whatAnExecutionNotesIsRecordedBeforeItGoesOn() {
        var run = started().submitting("a");
        assertThat(run.commands()).containsExactly(new Command.JobKept(0, 1));
        assertThat(run.transitions()).hasSize(1);
        assertThat(job(run)).containsInstanceOf(JobRecord.Submitting.class);
    }

    @Test
    void aLostWorkersJobIsAdoptedUnderTheSameKey() {
        var run = started().submitting("a").submitted("a", "j1");
        var key = key(run);
        run.loseOwner();
        assertThat(key(run)).isEqualTo(key);
        assertThat(run.commands()).singleElement().isInstanceOfSatisfying(Command.Execute.class, execute -> {
            assertThat(execute.job()).contains(new JobRecord.Submitted("j1", run.now()));
            assertThat(execute.executionKey()).isEqualTo(key);
        });
    }

    @Test
    void afterAnUnknownOutcomeTheKeyIsKept() {
        var run = started().submitting("a");
        var key = key(run);
        run.fail("a", LOST).after(Duration.ofMinutes(1)).due("a");
        assertThat(key(run)).isEqualTo(key);
        assertThat(job(run)).containsInstanceOf(JobRecord.Submitting.class);
    }

    @Test
    void afterADefinitiveFailureTheKeyIsRenewed() {
        var run = started().submitting("a").submitted("a", "j1");
        var key = key(run);
        run.fail("a", new SkillFailure.Broken("the job failed")).due("a");
        assertThat(key(run)).isNotEqualTo(key);
        assertThat(job(run)).isEmpty();
    }

    @Test
    void aRefusedSubmissionLeavesNothingToGoOnWith() {
        var run = started().submitting("a").refused("a");
        var key = key(run);
        run.fail("a", new SkillFailure.Transient("429", Optional.empty())).due("a");
        assertThat(key(run)).isNotEqualTo(key);
        assertThat(job(run)).isEmpty();
    }

    /** Such as a result that could not be fetched: the job is done, and paid for. */
    @Test
    void aJobOutlivesATransientFailure() {
        var run = started().submitting("a").submitted("a", "j1");
        var key = key(run);
        run.fail("a", new SkillFailure.Transient("503", Optional.empty())).due("a");
        assertThat(key(run)).isEqualTo(key);
        assertThat(job(run)).containsInstanceOf(JobRecord.Submitted.class);
    }

    @Test
    void whereNobodyCanBeAskedTheStepIsHeldAtOnce() {
        var run = started().submitting("a").fail("a", NOBODY_TO_ASK);
        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.step("a", StepState.Held.class).error()).satisfies(error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.SUBMIT_OUTCOME_UNKNOWN);
            assertThat(error.message()).contains("the answer was lost", "settle");
        });
    }

    @Test
    void aStepWhoseTriesAreUsedUpWithoutAnAnswerIsHeldAndNotFailed() {
        var run = started().submitting("a");
        while (!(run.step("a") instanceof StepState.Held)) {
            run.fail("a", LOST);
            if (run.step("a") instanceof StepState.BackingOff) {
                run.due("a");
            }
        }
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aPersonNamesTheJobAndItIsPolled() {
        var run = held();
        var key = run.step("a", StepState.Held.class).execution().executionKey();
        run.settle("a", new Settlement.KnownJob("j7"));
        assertThat(run.commands()).singleElement().isInstanceOfSatisfying(Command.Execute.class, execute -> {
            assertThat(execute.executionKey()).isEqualTo(key);
            assertThat(execute.job()).contains(new JobRecord.Submitted("j7", run.now()));
        });
    }

    @Test
    void aPersonSaysThatItWasNeverSubmittedAndItIsSentAgainUnderTheSameKey() {
        var run = held();
        var key = run.step("a", StepState.Held.class).execution().executionKey();
        run.settle("a", new Settlement.NeverSubmitted());
        assertThat(key(run)).isEqualTo(key);
        assertThat(job(run)).isEmpty();
    }

    @Test
    void aHeldStepStaysHeldOverALostOwner() {
        var run = held().loseOwner();
        assertThat(run.step("a")).isInstanceOf(StepState.Held.class);
        assertThat(run.commands()).isEmpty();
    }

    @Test
    void aHeldStepDoesNotKeepARunFromFailingAndIsFoundAgainByARetry() {
        var run =
                RunPlay.of(compile(workflow().step(step("a")).step(step("b")))).claim();
        run.submitting("a").fail("a", NOBODY_TO_ASK);
        var key = run.step("a", StepState.Held.class).execution().executionKey();
        run.fail("b", new SkillFailure.Rejected("no"));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.step("a", StepState.Failed.class).error().code()).isEqualTo(ErrorCode.SUBMIT_OUTCOME_UNKNOWN);

        run.retryRun();
        assertThat(key(run)).isEqualTo(key);
        assertThat(job(run)).containsInstanceOf(JobRecord.Submitting.class);
    }

    @Test
    void aHeldStepIsCancelledWithItsRun() {
        var run = held().cancel();
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void anExecutionThatWasToldToStopMayNotSend() {
        var run = started().cancel().submitting("a");
        assertThat(run.commands()).isEmpty();
        assertThat(run.transitions()).isEmpty();
    }

    private static RunPlay started() {
        return RunPlay.of(compile(workflow().step(step("a")))).claim();
    }

    private static RunPlay held() {
        return started().submitting("a").fail("a", NOBODY_TO_ASK);
    }

    private static UUID key(RunPlay run) {
        return run.step("a", StepState.Executing.class).executionKey();
    }

    private static Optional<JobRecord> job(RunPlay run) {
        return run.step("a", StepState.Executing.class).job();
    }
}
