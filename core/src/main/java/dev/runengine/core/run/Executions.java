package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunEvent.AttemptFailed;
import dev.runengine.core.run.RunEvent.AttemptStopped;
import dev.runengine.core.run.RunEvent.RecordRefused;
import dev.runengine.core.run.RunEvent.RetryDue;
import dev.runengine.core.run.RunEvent.Succeeded;
import dev.runengine.core.skill.SkillFailure;
import java.util.List;
import java.util.Optional;

/** What becomes of an execution. */
final class Executions {
    private static final SkillFailure STOPPED_UNASKED = new SkillFailure.Broken(
            "the execution was interrupted, though nobody had asked it to stop; look for an interrupt inside the skill");

    private Executions() {}

    static void succeeded(Turn turn, Succeeded event) {
        var executing = current(turn, event.step(), event.attempt());
        if (executing.isEmpty()) {
            return;
        }
        // What others may be waiting for is kept, even when this run does not want it any more.
        if (turn.state().phase() instanceof Phase.Stopping && !Candidates.shares(turn.state(), event.step())) {
            Ending.cancelStep(turn, event.step(), event.at());
            return;
        }
        var done = executing.get();
        turn.move(
                event.step(),
                new StepState.Completed(
                        done.counters(),
                        done.prepared().fingerprint(),
                        done.decision(),
                        event.output(),
                        event.usage(),
                        done.startedAt(),
                        event.at(),
                        event.durationMs()));
        Readiness.countDown(turn, event.step());
    }

    static void failed(Turn turn, AttemptFailed event) {
        var executing = current(turn, event.step(), event.attempt());
        if (executing.isEmpty()) {
            return;
        }
        if (turn.state().phase() instanceof Phase.Stopping) {
            Ending.cancelStep(turn, event.step(), event.at());
            return;
        }
        var tried = executing.get();
        var counters = tried.counters().failed();
        var error = Retries.error(event.failure(), event.attempt(), event.at());
        var ended = tried.with(counters);
        var kept = Submissions.kept(tried, event.failure());
        var delay = Retries.delay(
                turn.state().workflow().step(event.step()).retry(),
                counters,
                event.failure(),
                tried.last(),
                event.jitter());
        if (delay.isEmpty() || turn.state().phase() instanceof Phase.Failing) {
            fail(turn, event.step(), ended, error, kept.isPresent());
            return;
        }
        var retryAt = event.at().plus(delay.get());
        turn.move(
                event.step(),
                new StepState.BackingOff(
                        counters, tried.prepared(), tried.decision(), tried.startedAt(), retryAt, error, kept));
        turn.command(new Command.SetTimer(event.step(), event.attempt(), retryAt));
    }

    private static void fail(Turn turn, int step, StepState.Executing ended, StepError error, boolean jobGoesOn) {
        if (ended.outcomeUnknown()) {
            Submissions.hold(turn, step, ended, error);
        } else {
            Ending.failStep(turn, step, ended, error, Optional.of(ended).filter(_ -> jobGoesOn));
        }
    }

    static void stopped(Turn turn, AttemptStopped event) {
        if (turn.state().phase() instanceof Phase.Stopping) {
            if (current(turn, event.step(), event.attempt()).isPresent()) {
                Ending.cancelStep(turn, event.step(), event.at());
            }
        } else {
            failed(turn, new AttemptFailed(event.step(), event.attempt(), STOPPED_UNASKED, 0, event.at()));
        }
    }

    static void retryDue(Turn turn, RetryDue event) {
        if (turn.state().phase() instanceof Phase.Draining
                || !(turn.state().step(event.step()) instanceof StepState.BackingOff waiting)
                || waiting.counters().attempt() != event.attempt()) {
            return;
        }
        var again = new StepState.Executing(
                waiting.counters().started(),
                waiting.prepared(),
                waiting.decision(),
                waiting.submission().map(Submission::executionKey).orElse(event.executionKey()),
                waiting.startedAt(),
                Optional.of(waiting.last()),
                waiting.submission().map(Submission::job));
        turn.move(event.step(), again);
        turn.command(Command.Execute.of(event.step(), again));
    }

    static void refused(Turn turn, RecordRefused event) {
        if (turn.state().step(event.step()) instanceof StepState.Executing executing) {
            var error = new StepError(
                    ErrorCode.RESULT_REFUSED,
                    event.message(),
                    executing.counters().attempt(),
                    event.at(),
                    List.of());
            turn.command(new Command.Interrupt(event.step()));
            fail(turn, event.step(), executing.with(executing.counters().failed()), error, false);
        }
    }

    private static Optional<StepState.Executing> current(Turn turn, int step, int attempt) {
        return turn.state().step(step) instanceof StepState.Executing executing
                        && executing.counters().attempt() == attempt
                ? Optional.of(executing)
                : Optional.empty();
    }
}
