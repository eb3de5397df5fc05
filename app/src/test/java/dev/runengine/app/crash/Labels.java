package dev.runengine.app.crash;

import dev.runengine.core.run.Phase;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.runtime.port.Journal.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a write of the journal holds, as words: {@code runId/step:completed,runId/run:running}. */
final class Labels {
    private Labels() {}

    static String of(List<Entry> batch) {
        return batch.stream()
                .flatMap(entry -> entry.transitions().stream().flatMap(transition -> label(entry, transition).stream()))
                .collect(Collectors.joining(","));
    }

    private static Optional<String> label(Entry entry, Transition transition) {
        var run = entry.ownership().runId() + "/";
        return switch (transition) {
            case Transition.RunMoved(Phase _, Phase to) ->
                Optional.of(run + "run:" + to.status().word());
            case Transition.StepMoved(int step, StepState from, StepState to) ->
                word(from, to)
                        .map(word -> run + entry.after().workflow().step(step).id() + ":" + word);
        };
    }

    /** Empty for what is only passed through within a turn. */
    private static Optional<String> word(StepState from, StepState to) {
        return switch (to) {
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.Executing executing -> Optional.of(executing(from, executing));
            case StepState.Held _ -> Optional.of("held");
            case StepState.BackingOff _, StepState.Awaiting _ -> Optional.of("waiting");
            case StepState.Completed _, StepState.Reused _, StepState.Failed _, StepState.Cancelled _ ->
                Optional.of(to.status().word());
        };
    }

    private static String executing(StepState from, StepState.Executing to) {
        if (!(from instanceof StepState.Executing before)) {
            return "started";
        }
        if (before.counters().attempt() != to.counters().attempt()) {
            return "resumed";
        }
        return to.job()
                .map(job -> switch (job) {
                    case JobRecord.Submitting _ -> "submitting";
                    case JobRecord.Submitted _ -> "submitted";
                })
                .orElse("refused");
    }
}
