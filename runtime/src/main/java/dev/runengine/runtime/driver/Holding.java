package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which steps of a run wait for a person, and which for other runs. Written by its driver's thread; any thread may ask
 * whether there are some.
 */
final class Holding {
    private final Set<Integer> held = new HashSet<>();
    private final Set<Integer> awaiting = new HashSet<>();
    private volatile boolean any;
    private volatile boolean standsStill;

    boolean any() {
        return any;
    }

    /** Whether all that is on its way in the run is executed by other runs. */
    boolean standsStill() {
        return standsStill;
    }

    void note(RunState state) {
        for (int step = 0; step < state.steps().size(); step++) {
            note(step, state.step(step));
        }
        noteActive(state);
    }

    void note(List<Transition> transitions, RunState after) {
        for (var transition : transitions) {
            if (transition instanceof Transition.StepMoved(int step, var _, var now)) {
                note(step, now);
            }
        }
        noteActive(after);
    }

    private void noteActive(RunState state) {
        standsStill = !awaiting.isEmpty() && awaiting.size() == state.active();
    }

    private void note(int step, StepState now) {
        if (now instanceof StepState.Held) {
            held.add(step);
        } else {
            held.remove(step);
        }
        if (now instanceof StepState.Awaiting) {
            awaiting.add(step);
        } else {
            awaiting.remove(step);
        }
        any = !held.isEmpty();
    }
}
