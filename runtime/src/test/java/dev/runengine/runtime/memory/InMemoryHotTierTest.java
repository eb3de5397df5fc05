package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.HotTierContract;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.testing.ManualTimer;
import java.time.Duration;

class InMemoryHotTierTest extends HotTierContract {
    private final ManualTimer clock = new ManualTimer();

    @Override
    protected HotTier open() {
        return new InMemoryHotTier(clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
