package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.ReuseRule;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunEvent.InputResolved;
import dev.runengine.core.run.RunEvent.InputUnresolved;
import dev.runengine.core.run.RunEvent.LookedUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From a known input to an execution or a reused result. */
final class Preparing {
    private Preparing() {}

    static void resolved(Turn turn, InputResolved event) {
        if (!(turn.state().step(event.step()) instanceof StepState.Resolving(Counters counters))) {
            return;
        }
        var prepared = event.prepared();
        var ruling = ReuseRule.judge(
                Candidates.of(turn.state(), event.step()), prepared.inputHash(), prepared.skillVersion());
        switch (ruling) {
            case ReuseRule.Ruling.TakeBase(UUID run, var base) ->
                reuse(
                        turn,
                        event.step(),
                        new StepState.Reused(
                                counters,
                                Optional.of(prepared.fingerprint()),
                                Optional.of(prepared.input()),
                                StepDecision.of(Verdict.BASE_RUN, run),
                                base.output(),
                                base.madeBy(),
                                Optional.empty(),
                                event.at()));
            case ReuseRule.Ruling.AskCache(var fallback) -> {
                turn.shift(event.step(), new StepState.LookingUp(counters, prepared, fallback));
                turn.command(new Command.LookUp(
                        event.step(), Candidates.key(turn.state(), event.step(), prepared.fingerprint())));
            }
            case ReuseRule.Ruling.Execute(var decision) ->
                execute(turn, event.step(), counters, prepared, decision, event.executionKey(), event.at());
        }
    }

    static void unresolved(Turn turn, InputUnresolved event) {
        if (turn.state().step(event.step()) instanceof StepState.Resolving(Counters counters)) {
            var error = new StepError(
                    ErrorCode.INPUT_UNRESOLVED, event.message(), counters.attempt(), event.at(), List.of());
            Ending.failStepUnstarted(turn, event.step(), counters, error);
        }
    }

    static void lookedUp(Turn turn, LookedUp event) {
        if (turn.state().step(event.step()) instanceof StepState.Awaiting awaiting) {
            Sharing.lookedUp(turn, awaiting, event);
            return;
        }
        if (!(turn.state().step(event.step())
                instanceof StepState.LookingUp(Counters counters, Prepared prepared, var fallback))) {
            return;
        }
        switch (event.answer()) {
            case CacheAnswer.Hit(var verdict, var entry, var output, var madeBy) ->
                reuse(
                        turn,
                        event.step(),
                        new StepState.Reused(
                                counters,
                                Optional.of(prepared.fingerprint()),
                                Optional.of(prepared.input()),
                                StepDecision.of(verdict, madeBy.runId()),
                                output,
                                Optional.of(madeBy),
                                Optional.of(entry),
                                event.at()));
            case CacheAnswer.InFlight(var leader, var miss) ->
                Sharing.await(
                        turn,
                        event.step(),
                        new StepState.Awaiting(
                                counters,
                                prepared,
                                StepDecision.miss(miss, fallback),
                                event.at(),
                                leader,
                                Optional.empty()));
            case CacheAnswer.Miss miss ->
                execute(
                        turn,
                        event.step(),
                        counters,
                        prepared,
                        StepDecision.miss(miss, fallback),
                        event.executionKey(),
                        event.at());
            case CacheAnswer.Unavailable _ ->
                execute(
                        turn,
                        event.step(),
                        counters,
                        prepared,
                        StepDecision.of(Verdict.LOOKUP_ERROR),
                        event.executionKey(),
                        event.at());
        }
    }

    private static void reuse(Turn turn, int step, StepState.Reused reused) {
        turn.move(step, reused);
        Readiness.countDown(turn, step);
    }

    private static void execute(
            Turn turn,
            int step,
            Counters counters,
            Prepared prepared,
            StepDecision decision,
            UUID executionKey,
            Instant at) {
        var executing = new StepState.Executing(
                counters.started(), prepared, decision, executionKey, at, Optional.empty(), Optional.empty());
        turn.move(step, executing);
        turn.command(Command.Execute.of(step, executing));
    }
}
