package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps of a run wait for a person. Written by its driver's thread; any thread may ask whether there are some. */
final class Holding {
    private final Set<Integer> held = new HashSet<>();
    private volatile boolean any;

    boolean any() {
        return any;
    }

    void note(RunState state) {
        for (int step = 0; step < state.steps().size(); step++) {
            note(step, state.step(step));
        }
    }

    void note(List<Transition> transitions) {
        for (var transition : transitions) {
            if (transition instanceof Transition.StepMoved(int step, var _, var now)) {
                note(step, now);
            }
        }
    }

    private void note(int step, StepState now) {
        if (now instanceof StepState.Held) {
            held.add(step);
        } else {
            held.remove(step);
        }
        any = !held.isEmpty();
    }
}
