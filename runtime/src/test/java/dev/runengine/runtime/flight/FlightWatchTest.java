package dev.runengine.runtime.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.testing.ManualTimer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FlightWatchTest {
    private static final FlightLeader LEADER = new FlightLeader(new UUID(0, 1), 0);
    private static final FlightLeader OTHER = new FlightLeader(new UUID(0, 2), 3);

    @Test
    void everyStepThatWaitsCountsUntilItWaitsNoMore() {
        try (var watch = new FlightWatch(new Unending(), Duration.ofSeconds(1), Host.of(new ManualTimer()))) {
            Consumer<Optional<TwinFailure>> one = _ -> {};
            assertThat(watch.waiting()).isZero();

            watch.watch(LEADER, one);
            watch.watch(LEADER, failure -> {});
            watch.watch(OTHER, failure -> {});
            assertThat(watch.waiting()).isEqualTo(3);

            watch.forget(LEADER, one);
            assertThat(watch.waiting()).isEqualTo(2);
        }
    }

    /** Flights that nobody ends. */
    private static final class Unending implements Flights {
        @Override
        public Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
            return Map.of();
        }

        @Override
        public boolean awaited(FlightLeader leader) {
            return true;
        }
    }
}
