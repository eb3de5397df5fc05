package dev.runengine.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One decision while it is being made: the state as changed so far, and what follows from the changes. */
final class Turn {
    private final List<Transition> transitions = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private RunState state;

    Turn(RunState state) {
        this.state = state;
    }

    RunState state() {
        return state;
    }

    void move(Phase to) {
        transitions.add(new Transition.RunMoved(state.phase(), to));
        state = state.with(to);
    }

    void start(Instant at) {
        state = state.startedAt(at);
        move(new Phase.Running());
    }

    void move(int step, StepState to) {
        transitions.add(new Transition.StepMoved(step, state.step(step), to));
        state = state.with(step, to);
    }

    /** A change that is nobody's business but the machine's: both states are the same to everyone else. */
    void shift(int step, StepState to) {
        state = state.with(step, to);
    }

    void command(Command command) {
        commands.add(command);
    }

    Decision decision() {
        return new Decision(state, transitions, commands);
    }
}
