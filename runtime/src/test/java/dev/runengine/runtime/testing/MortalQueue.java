package dev.runengine.runtime.testing;

import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.util.List;

/** A worker's queue until it dies: from then on the store hears nothing of it, not even what was on its way. */
final class MortalQueue implements RunQueue {
    private final RunQueue queue;
    private boolean dead;

    MortalQueue(RunQueue queue) {
        this.queue = queue;
    }

    synchronized void die() {
        dead = true;
    }

    @Override
    public synchronized List<Claim> claim(int max) {
        return dead ? List.of() : queue.claim(max);
    }

    @Override
    public synchronized void handOver(Ownership ownership, Duration delay) {
        if (!dead) {
            queue.handOver(ownership, delay);
        }
    }

    @Override
    public synchronized boolean renew() {
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
