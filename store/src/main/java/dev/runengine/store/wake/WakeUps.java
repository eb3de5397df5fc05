package dev.runengine.store.wake;

import dev.runengine.runtime.port.RunQueue.Wish;
import java.util.UUID;

/** Tells workers that there is something to do, after the commit that made it so. May get lost: workers also ask by themselves. */
public interface WakeUps {
    void workIsWaiting();

    void wished(UUID runId, Wish wish);
}
