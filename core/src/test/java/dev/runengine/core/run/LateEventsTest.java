package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.testing.RunPlay;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events that no longer fit change nothing. */
class LateEventsTest {
    private static final UUID KEY = new UUID(9, 9);

    @Test
    void theOutcomeOfAnAttemptThatWasGivenUp() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().loseOwner();

        assertUnchanged(run, succeeded(0, 1));
        assertUnchanged(run, new RunEvent.AttemptFailed(0, 1, new SkillFailure.Broken("x"), 0, run.now()));
        assertUnchanged(run, new RunEvent.AttemptStopped(0, 1, run.now()));
    }

    @Test
    void theSameOutcomeTwice() {
        var run = RunPlay.of(flow("a", "b <- a")).claim().succeed("a");

        assertUnchanged(run, succeeded(0, 1));
        assertUnchanged(run, new RunEvent.AttemptFailed(0, 1, new SkillFailure.Broken("x"), 0, run.now()));
    }

    @Test
    void aTimerOfAStepThatHasMovedOn() {
        var run = RunPlay.of(flow("a")).claim().fail("a").due("a");
        assertUnchanged(run, new RunEvent.RetryDue(0, 1, KEY, run.now()));

        run.fail("a");
        assertUnchanged(run, new RunEvent.RetryDue(0, 1, KEY, run.now()));
    }

    @Test
    void anAnswerThatNobodyWaitsFor() {
        var run = RunPlay.of(flow("a", "b <- a")).claim();

        assertUnchanged(run, new RunEvent.InputUnresolved(0, "gone", run.now()));
        assertUnchanged(run, new RunEvent.InputUnresolved(1, "too early", run.now()));
        assertUnchanged(run, new RunEvent.RecordRefused(1, "too early", run.now()));
    }

    @Test
    void whateverHappensOnceTheRunIsOver() {
        var run = RunPlay.of(flow("a")).claim().succeed("a");

        assertUnchanged(run, new RunEvent.Claimed(false, run.now()));
        assertUnchanged(run, new RunEvent.TimeLimitReached(run.now()));
        assertUnchanged(run, new RunEvent.CancelRequested(run.now()));
    }

    private static RunEvent succeeded(int step, int attempt) {
        return new RunEvent.Succeeded(step, attempt, StepOutput.of(Json.of("late")), Usage.NONE, 1, RunPlay.T0);
    }

    private static void assertUnchanged(RunPlay run, RunEvent event) {
        var before = run.state();
        run.handle(event);
        assertThat(run.state()).as("after %s", event).isEqualTo(before);
        assertThat(run.transitions()).isEmpty();
        assertThat(run.commands()).isEmpty();
    }
}
