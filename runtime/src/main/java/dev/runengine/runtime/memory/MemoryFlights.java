package dev.runengine.runtime.memory;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.FlightMoves;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Journal.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who executes what for others, in memory. Guarded by the store. */
final class MemoryFlights {
    private final Map<CacheKey, FlightLeader> flights = new HashMap<>();
    private final Function<UUID, Optional<MemoryRun>> runs;

    MemoryFlights(Function<UUID, Optional<MemoryRun>> runs) {
        this.runs = runs;
    }

    /** Steps of an entry whose work others execute. */
    Map<Integer, FlightLeader> taken(Entry entry) {
        var taken = new HashMap<Integer, FlightLeader>();
        entry.flightsTaken().forEach((step, key) -> {
            var leader = flights.get(key);
            if (leader != null && !leader.equals(leader(entry, step))) {
                taken.put(step, leader);
            }
        });
        return taken;
    }

    void apply(Entry entry) {
        entry.flightsTaken().forEach((step, key) -> flights.put(key, leader(entry, step)));
        entry.flightsLanded().forEach(step -> flights.values().remove(leader(entry, step)));
    }

    private static FlightLeader leader(Entry entry, int step) {
        return new FlightLeader(entry.after().runId(), step);
    }

    Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
        flights.values().removeIf(leader -> leaders.contains(leader) && !flies(leader));
        var over = new HashMap<FlightLeader, Optional<TwinFailure>>();
        for (var leader : leaders) {
            if (!flights.containsValue(leader)) {
                over.put(leader, failure(leader));
            }
        }
        return over;
    }

    private boolean flies(FlightLeader leader) {
        var run = runs.apply(leader.runId());
        return run.isPresent()
                && FlightMoves.flies(run.get().steps.get(leader.step()))
                && (run.get().owner != null || run.get().hasJob(leader.step()));
    }

    private Optional<TwinFailure> failure(FlightLeader leader) {
        return runs.apply(leader.runId())
                .map(run -> run.steps.get(leader.step()))
                .filter(StepState.Failed.class::isInstance)
                .map(StepState.Failed.class::cast)
                .filter(failed -> failed.error().code() != ErrorCode.RUN_BROKEN)
                .map(failed -> new TwinFailure(failed.error(), failed.counters().failures()));
    }

    static boolean awaits(StepState state, FlightLeader leader) {
        return state instanceof StepState.Awaiting awaiting && awaiting.leader().equals(leader);
    }
}
