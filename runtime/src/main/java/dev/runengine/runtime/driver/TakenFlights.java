package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.RunEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps of the current turn that were about to execute what another run executes already. */
final class TakenFlights {
    private final Map<Integer, FlightLeader> leaders = new HashMap<>();

    /** @return what is to be decided before the turn is taken again */
    List<RunEvent.FlightTaken> add(Map<Integer, FlightLeader> taken, Instant at) {
        leaders.putAll(taken);
        return taken.entrySet().stream()
                .map(step -> new RunEvent.FlightTaken(step.getKey(), step.getValue(), at))
                .toList();
    }

    /** What was not found is in flight; what is there by now is taken. */
    CacheAnswer answer(int step, CacheAnswer found) {
        return found instanceof CacheAnswer.Miss miss && leaders.containsKey(step)
                ? new CacheAnswer.InFlight(leaders.get(step), miss)
                : found;
    }
}
