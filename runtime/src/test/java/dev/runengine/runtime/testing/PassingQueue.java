package dev.runengine.runtime.testing;

import dev.runengine.core.run.RunError;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.quota.QuotaShares;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Passes everything on: for queues that do one thing differently. */
public class PassingQueue implements RunQueue {
    private final RunQueue next;

    public PassingQueue(RunQueue next) {
        this.next = next;
    }

    @Override
    public List<Claim> claim(int max, Set<String> without) {
        return next.claim(max, without);
    }

    @Override
    public List<Claim> reclaim(Set<UUID> driven) {
        return next.reclaim(driven);
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        next.handOver(ownership, delay);
    }

    @Override
    public void giveBackBroken(Ownership ownership, Duration delay) {
        next.giveBackBroken(ownership, delay);
    }

    @Override
    public void giveUp(Ownership ownership, RunError error) {
        next.giveUp(ownership, error);
    }

    @Override
    public boolean renew() {
        return next.renew();
    }

    @Override
    public void rejoin() {
        next.rejoin();
    }

    @Override
    public QuotaShares quotas() {
        return next.quotas();
    }

    @Override
    public void onWake(WakeListener listener) {
        next.onWake(listener);
    }

    @Override
    public void close() {
        next.close();
    }
}
