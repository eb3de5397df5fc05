package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.testing.RunPlay;
import org.junit.jupiter.api.Test;

/** Runs whose owner is about to give them up. */
class DrainingTest {
    @Test
    void whatExecutesIsKeptAndNothingNewStarts() {
        var run = drained(RunPlay.of(flow("a", "b <- a")).claim()).succeed("a");

        assertThat(run.status("a")).isEqualTo(StepStatus.COMPLETED);
        assertThat(run.status("b")).isEqualTo(StepStatus.PENDING);
        assertThat(run.started()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aStepInBackOffWaitsForTheNextOwner() {
        var run = drained(RunPlay.of(flow("a")).claim().fail("a")).due("a");

        assertThat(run.started()).isEmpty();
        assertThat(run.step("a")).isInstanceOf(StepState.BackingOff.class);
    }

    @Test
    void theLastStepStillCompletesTheRun() {
        var run = drained(RunPlay.of(flow("a")).claim()).succeed("a");

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aCancelStillWins() {
        var run = drained(RunPlay.of(flow("a", "b <- a")).claim()).cancel().stopped("a");

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void theNextOwnerGoesOnWhereItStopped() {
        var run = drained(RunPlay.of(flow("a", "b <- a")).claim()).succeed("a").handOver();

        assertThat(run.executing()).containsExactly("b");
        assertThat(run.step("b").counters()).isEqualTo(new Counters(1, 0, 0));
    }

    @Test
    void resumedInTimeTheSameOwnerGoesOn() {
        var run = resumed(drained(RunPlay.of(flow("a", "b", "c <- b")).claim()).succeed("b"));

        assertThat(run.executing()).containsExactlyInAnyOrder("a", "c");
        assertThat(run.succeed("a").succeed("c").status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aBackOffThatRangUnheardRingsAgainAfterAResume() {
        var run = resumed(drained(RunPlay.of(flow("a")).claim().fail("a")).due("a"));

        assertThat(run.commands()).hasOnlyElementsOfType(Command.SetTimer.class).hasSize(1);
        assertThat(run.due("a").executing()).containsExactly("a");
    }

    @Test
    void aRunThatNobodyGaveUpIsNotResumed() {
        var run = RunPlay.of(flow("a", "b <- a")).claim();
        var before = run.state();

        assertThat(resumed(run).state()).isEqualTo(before);
    }

    private static RunPlay resumed(RunPlay run) {
        return run.handle(new RunEvent.ResumeRequested(run.now()));
    }

    private static RunPlay drained(RunPlay run) {
        return run.handle(new RunEvent.DrainRequested(run.now()));
    }
}
