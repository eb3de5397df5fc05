package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.RunQueue.WakeListener;
import dev.runengine.runtime.port.RunQueue.Wish;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes the workers of this process. */
public final class InMemoryBell {
    private final List<WakeListener> listeners = new CopyOnWriteArrayList<>();

    void onRing(WakeListener listener) {
        listeners.add(listener);
    }

    void workIsWaiting() {
        listeners.forEach(WakeListener::workMayBeWaiting);
    }

    void wished(UUID runId, Wish wish) {
        listeners.forEach(listener -> listener.wished(runId, wish));
    }
}
