package dev.runengine.core.run;

import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.flow;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.Workflows;
import org.junit.jupiter.api.Test;

/** When steps start: the moment their own dependencies are done, and never twice. */
class StartingTest {
    @Test
    void aClaimedRunStartsEveryStepThatWaitsForNothing() {
        var run = RunPlay.of(flow("a", "b", "c <- a b")).claim();

        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.started()).containsExactly("a", "b");
        assertThat(run.status("c")).isEqualTo(StepStatus.PENDING);
    }

    @Test
    void aStepStartsTheMomentItsOwnDependenciesAreDone() {
        var run = RunPlay.of(flow("a", "slow", "b <- a", "c <- b")).claim();

        assertThat(run.succeed("a").started()).containsExactly("b");
        assertThat(run.succeed("b").started()).as("slow still executes").containsExactly("c");
    }

    @Test
    void aJoinOfBranchesOfDifferentLengthStartsOnceWhenTheLongerIsDone() {
        var run = RunPlay.of(flow("a", "short <- a", "l1 <- a", "l2 <- l1", "join <- short l2"))
                .claim()
                .succeed("a");

        assertThat(run.succeed("short").started()).isEmpty();
        assertThat(run.succeed("l1").started()).containsExactly("l2");
        assertThat(run.succeed("l2").started()).containsExactly("join");
        assertThat(run.succeed("join").status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void theEndOfAStepAndTheStartOfWhatItMakesReadyAreOneDecision() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().succeed("a");

        assertThat(run.transitions())
                .extracting(
                        transition -> ((Transition.StepMoved) transition).to().status())
                .containsExactly(StepStatus.COMPLETED, StepStatus.RUNNING);
    }

    @Test
    void aDoneStepIsNeverExecutedAgain() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().succeed("a");

        assertThat(run.loseOwner().started()).containsExactly("b");
        assertThat(run.step("a").counters().attempt()).isEqualTo(1);
    }

    @Test
    void claimingAnOwnedRunAgainDoesNotStartItsDoneSteps() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().succeed("a", "b");

        assertThat(run.claim().commands()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void anInputThatCannotBeMadeFailsTheStepBeforeItStarts() {
        var run = RunPlay.of(compile(workflow().step(Workflows.step("a").input(fromTrigger("brief.title")))))
                .claim();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        var failed = run.step("a", StepState.Failed.class);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.INPUT_UNRESOLVED);
        assertThat(failed.error().message()).contains("step a", "brief.title");
        assertThat(failed.counters().attempt()).isZero();
    }
}
