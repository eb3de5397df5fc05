package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Flights;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Asks the {@link InMemoryStore} about shared executions. */
public final class InMemoryFlights implements Flights {
    private final InMemoryStore store;
    private final InstantSource clock;

    /** @param clock that leases are judged by */
    public InMemoryFlights(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
        return store.flightsOver(leaders, clock.instant());
    }

    @Override
    public boolean awaited(FlightLeader leader) {
        return store.all().stream()
                .flatMap(run -> run.steps.stream())
                .anyMatch(step -> MemoryFlights.awaits(step, leader));
    }
}
