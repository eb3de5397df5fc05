package dev.runengine.runtime.testing;

import dev.runengine.core.run.RunError;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A worker's queue until it dies: from then on the store hears nothing of it, not even what was on its way. */
final class MortalQueue extends PassingQueue {
    private boolean dead;

    MortalQueue(RunQueue queue) {
        super(queue);
    }

    synchronized void die() {
        dead = true;
    }

    @Override
    public synchronized List<Claim> claim(int max, Set<String> without) {
        return dead ? List.of() : super.claim(max, without);
    }

    @Override
    public synchronized List<Claim> reclaim(Set<UUID> driven) {
        return dead ? List.of() : super.reclaim(driven);
    }

    @Override
    public synchronized void handOver(Ownership ownership, Duration delay) {
        ifAlive(() -> super.handOver(ownership, delay));
    }

    @Override
    public synchronized void giveBackBroken(Ownership ownership, Duration delay) {
        ifAlive(() -> super.giveBackBroken(ownership, delay));
    }

    @Override
    public synchronized void giveUp(Ownership ownership, RunError error) {
        ifAlive(() -> super.giveUp(ownership, error));
    }

    @Override
    public synchronized boolean renew() {
        return !dead && super.renew();
    }

    @Override
    public synchronized void rejoin() {
        ifAlive(super::rejoin);
    }

    private void ifAlive(Runnable call) {
        if (!dead) {
            call.run();
        }
    }
}
