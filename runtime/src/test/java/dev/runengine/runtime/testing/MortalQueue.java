package dev.runengine.runtime.testing;

import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.util.List;

/** A worker's queue until it dies: from then on the store hears nothing of it. */
final class MortalQueue implements RunQueue {
    private final RunQueue queue;
    private volatile boolean dead;

    MortalQueue(RunQueue queue) {
        this.queue = queue;
    }

    void die() {
        dead = true;
    }

    @Override
    public List<Claim> claim(int max) {
        return dead ? List.of() : queue.claim(max);
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        if (!dead) {
            queue.handOver(ownership, delay);
        }
    }

    @Override
    public boolean renew() {
        return !dead && queue.renew();
    }

    @Override
    public void onWake(WakeListener listener) {
        queue.onWake(listener);
    }

    @Override
    public void close() {
        queue.close();
    }
}
