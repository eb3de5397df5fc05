package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunEvent.JobNoted;
import dev.runengine.core.run.RunEvent.Settled;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remote jobs of executions: recorded before anything relies on them, and never sent again while nobody knows whether the
 * provider has them.
 */
final class Submissions {
    private Submissions() {}

    static void noted(Turn turn, JobNoted event) {
        if (!(turn.state().step(event.step()) instanceof StepState.Executing executing)
                || executing.counters().attempt() != event.attempt()
                || isTooLate(turn, event.job())) {
            return;
        }
        turn.move(event.step(), executing.with(event.job()));
        turn.command(new Command.JobKept(event.step(), event.attempt()));
    }

    /** An execution that was told to stop must not send anything; what it has sent is worth knowing. */
    private static boolean isTooLate(Turn turn, Optional<JobRecord> job) {
        return turn.state().phase() instanceof Phase.Stopping
                && job.filter(JobRecord.Submitting.class::isInstance).isPresent();
    }

    static void settled(Turn turn, Settled event) {
        if (turn.state().phase() instanceof Phase.Draining
                || !(turn.state().step(event.step()) instanceof StepState.Held(var execution, var error))
                || execution.counters().attempt() != event.attempt()) {
            return;
        }
        Optional<JobRecord> job = switch (event.settlement()) {
            case Settlement.NeverSubmitted _ -> Optional.empty();
            case Settlement.KnownJob(var id) -> Optional.of(new JobRecord.Submitted(id, event.at()));
        };
        var again = new StepState.Executing(
                execution.counters().started(),
                execution.prepared(),
                execution.decision(),
                execution.executionKey(),
                execution.startedAt(),
                Optional.of(error),
                job);
        turn.move(event.step(), again);
        turn.command(Command.Execute.of(event.step(), again));
    }

    /** What a next execution has to go on with; empty when it is to start afresh, since the failure ended the job too. */
    static Optional<Submission> kept(StepState.Executing tried, SkillFailure failure) {
        boolean goesOn = tried.outcomeUnknown() || failure instanceof SkillFailure.Transient;
        return tried.job().filter(_ -> goesOn).map(job -> new Submission(tried.executionKey(), job));
    }

    /** What a retry of the run goes on with, of a step that ends while the outcome of its submission is not known. */
    static Optional<StepState.Executing> resumable(StepState ending) {
        return switch (ending) {
            case StepState.Executing executing -> Optional.of(executing).filter(StepState.Executing::outcomeUnknown);
            case StepState.Held(var execution, var _) -> Optional.of(execution);
            case StepState.BackingOff waiting -> waiting.resumable();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.Awaiting _ -> Optional.empty();
            case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
    }

    /** In a run that has failed already nobody is asked: the step fails, and a retry of the run goes on with it. */
    static void hold(Turn turn, int step, StepState.Executing tried, StepError cause) {
        var error = unknown(turn.state().workflow().step(step).id(), tried, cause.message(), cause.at());
        if (turn.state().phase() instanceof Phase.Failing) {
            Ending.failStep(turn, step, tried, error, Optional.of(tried));
        } else {
            turn.move(step, new StepState.Held(tried, error));
        }
    }

    private static StepError unknown(String step, StepState.Executing tried, String cause, Instant at) {
        return new StepError(
                ErrorCode.SUBMIT_OUTCOME_UNKNOWN,
                "nobody knows whether the provider has the job of " + step + " (" + cause + "); look there for the key "
                        + tried.executionKey()
                        + ", then settle the step: name the job, or say that it was never submitted",
                tried.counters().attempt(),
                at,
                List.of());
    }
}
