package dev.runengine.runtime.port;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Executions that several runs share. They are taken and released by the journal, in the commits that start and end the
 * step; a flight lives as long as its step is running in a run that somebody drives, or that has a remote job.
 *
 * <p>Safe for use by many threads; a store that cannot be reached throws {@link StoreUnavailableException}.
 */
public interface Flights {
    /**
     * Those of these leaders whose flight is over, with the failure that all who waited share. A flight whose leader is
     * gone is released by this.
     */
    Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders);

    /** Whether a step of another run waits for this one. */
    boolean awaited(FlightLeader leader);
}
