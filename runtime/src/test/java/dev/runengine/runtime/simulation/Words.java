package dev.runengine.runtime.simulation;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.Journal.Entry;
import java.util.stream.Collectors;

/** What people read of a simulation. */
final class Words {
    private Words() {}

    static String text(Json json) {
        return json instanceof JString(var text) ? text : json.toString();
    }

    static String of(Entry entry) {
        return entry.transitions().stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(Transition transition) {
        return switch (transition) {
            case Transition.RunMoved(var _, var to) -> to.getClass().getSimpleName();
            case Transition.StepMoved(int step, var _, var to) ->
                "s" + step + " " + to.getClass().getSimpleName() + " #"
                        + to.counters().attempt();
        };
    }
}
