package dev.runengine.core.run;

import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.Transition.StepMoved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which shared work the steps of a run begin with what a turn decided, and which is over. */
public final class FlightMoves {
    private FlightMoves() {}

    private record Move(StepState from, StepState to) {}

    /** Steps that start to execute what others may wait for, by number: each needs its flight. */
    public static Map<Integer, CacheKey> taken(RunState after, List<Transition> transitions) {
        var taken = new LinkedHashMap<Integer, CacheKey>();
        moves(transitions).forEach((step, move) -> {
            if (move.to() instanceof StepState.Executing executing
                    && !isSameAttempt(move.from(), executing)
                    && Candidates.shares(after, step)) {
                taken.put(step, Candidates.key(after, step, executing.prepared().fingerprint()));
            }
        });
        return taken;
    }

    private static boolean isSameAttempt(StepState from, StepState.Executing executing) {
        return from instanceof StepState.Executing before
                && before.counters().attempt() == executing.counters().attempt();
    }

    /** Steps that do not execute, and will not try again, what others may wait for: whatever flight they have is over. */
    public static List<Integer> landed(RunState after, List<Transition> transitions) {
        var landed = new TreeSet<Integer>();
        moves(transitions).forEach((step, move) -> {
            if (move.from().status() == StepStatus.RUNNING && !flies(move.to()) && Candidates.shares(after, step)) {
                landed.add(step);
            }
        });
        return List.copyOf(landed);
    }

    /** Whether a step in this state executes, or keeps others from executing until it tries again. */
    public static boolean flies(StepState state) {
        return switch (state) {
            case StepState.Executing _, StepState.BackingOff _, StepState.Held _ -> true;
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.Awaiting _ -> false;
            case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> false;
        };
    }

    private static Map<Integer, Move> moves(List<Transition> transitions) {
        var moves = new LinkedHashMap<Integer, Move>();
        for (var transition : transitions) {
            if (transition instanceof StepMoved(int step, StepState from, StepState to)) {
                moves.merge(step, new Move(from, to), (first, last) -> new Move(first.from(), last.to()));
            }
        }
        return moves;
    }
}
