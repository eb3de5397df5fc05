package dev.runengine.core.run;

import java.util.List;

/** What follows from an event. */
public record Decision(RunState next, List<Transition> transitions, List<Command> commands) {
    public Decision {
        transitions = List.copyOf(transitions);
        commands = List.copyOf(commands);
    }

    static Decision nothing(RunState state) {
        return new Decision(state, List.of(), List.of());
    }
}
