package dev.runengine.runtime.flight;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.wake.Doorbell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the steps of a node that wait for an execution of another run when it is over: with one question for all of them,
 * at once when this node recorded the end itself, and within the poll when another did. Costs nothing while nobody waits.
 */
public final class FlightWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlightWatch.class);
    private static final Duration UNTIL_SOMEBODY_WAITS = Duration.ofHours(1);

    private final Flights flights;
    private final Duration poll;
    private final Doorbell bell;
    private final Map<FlightLeader, List<Consumer<Optional<TwinFailure>>>> waiting = new HashMap<>();
    private final Thread thread;

    public FlightWatch(Flights flights, Duration poll, Host host) {
        this.flights = flights;
        this.poll = poll;
        this.bell = new Doorbell(host.timer());
        this.thread = host.threads().start("run-engine-flights", this::watch);
    }

    /** @param over called once, by another thread, and quickly: with the failure that all who waited share, or without */
    public void watch(FlightLeader leader, Consumer<Optional<TwinFailure>> over) {
        synchronized (waiting) {
            waiting.computeIfAbsent(leader, _ -> new ArrayList<>()).add(over);
        }
        bell.ring(); // it may be over already
    }

    public void forget(FlightLeader leader, Consumer<Optional<TwinFailure>> over) {
        synchronized (waiting) {
            waiting.computeIfPresent(leader, (_, all) -> all.remove(over) && all.isEmpty() ? null : all);
        }
    }

    /** How many steps wait now. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.values().stream().mapToInt(List::size).sum();
        }
    }

    /** This node has recorded that a flight is over. */
    public void landed(FlightLeader leader) {
        synchronized (waiting) {
            if (!waiting.containsKey(leader)) {
                return;
            }
        }
        bell.ring();
    }

    /** @return false when that cannot be known now */
    public boolean awaited(FlightLeader leader) {
        try {
            return flights.awaited(leader);
        } catch (StoreUnavailableException e) {
            LOG.warn("[RunEngine] Nobody knows who waits for a shared execution: {}", e.getMessage());
            return false;
        }
    }

    private void watch() {
        while (true) {
            try {
                var leaders = leaders();
                bell.await(leaders.isEmpty() ? UNTIL_SOMEBODY_WAITS : poll);
                ask(leaders());
            } catch (InterruptedException e) {
                return;
            } catch (StoreUnavailableException e) {
                LOG.debug("Shared executions are not watched: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("[RunEngine] Watching shared executions failed", e);
            }
        }
    }

    private Set<FlightLeader> leaders() {
        synchronized (waiting) {
            return Set.copyOf(waiting.keySet());
        }
    }

    private void ask(Set<FlightLeader> leaders) {
        if (!leaders.isEmpty()) {
            flights.over(leaders).forEach(this::tell);
        }
    }

    private void tell(FlightLeader leader, Optional<TwinFailure> failure) {
        List<Consumer<Optional<TwinFailure>>> told;
        synchronized (waiting) {
            told = Optional.ofNullable(waiting.remove(leader)).orElse(List.of());
        }
        told.forEach(over -> over.accept(failure));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
