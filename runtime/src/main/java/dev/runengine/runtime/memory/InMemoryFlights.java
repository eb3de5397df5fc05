package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Flights;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Asks the {@link InMemoryStore} about shared executions. */
public final class InMemoryFlights implements Flights {
    private final InMemoryStore store;

    public InMemoryFlights(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
        return store.flightsOver(leaders);
    }

    @Override
    public boolean awaited(FlightLeader leader) {
        return store.all().stream()
                .flatMap(run -> run.steps.stream())
                .anyMatch(step -> MemoryFlights.awaits(step, leader));
    }
}
