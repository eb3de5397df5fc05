package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One worker's claims over the runs of an {@link InMemoryStore}. The worker counts as alive as long as it renews its lease
 * in time by the store's clock; whoever claims next frees the runs of those that did not.
 */
public final class InMemoryRunQueue implements RunQueue {
    private final InMemoryStore store;
    private final InMemoryBell bell;
    private final UUID worker;
    private final InstantSource clock;
    private final Duration lease;
    private volatile boolean dead;

    /** Registers a worker. @param clock the store's, not the worker's */
    public InMemoryRunQueue(InMemoryStore store, InMemoryBell bell, UUID worker, InstantSource clock, Duration lease) {
        this.store = store;
        this.bell = bell;
        this.worker = worker;
        this.clock = clock;
        this.lease = lease;
        rejoin();
    }

    @Override
    public List<Claim> claim(int max) {
        var claims = new ArrayList<Claim>();
        synchronized (store) {
            if (dead) {
                return claims;
            }
            releaseRunsOfTheDead();
            if (!store.leases().isAlive(worker)) {
                return claims; // what it claimed would be freed again at once
            }
            store.all().stream()
                    .filter(run -> run.claimable(clock.instant()))
                    .sorted(Comparator.comparing((MemoryRun run) -> -run.asked().priority())
                            .thenComparing(run -> run.claimableAt))
                    .limit(max)
                    .forEach(run -> {
                        boolean handedOver = run.handedOver;
                        run.claim(worker);
                        claims.add(new Claim(new Ownership(run.asked().runId(), run.fence, run.seq), handedOver));
                    });
        }
        return claims;
    }

    @Override
    public List<Claim> reclaim(Set<UUID> driven) {
        var claims = new ArrayList<Claim>();
        synchronized (store) {
            for (var run : store.all()) {
                var runId = run.asked().runId();
                if (!dead && worker.equals(run.owner) && !driven.contains(runId)) {
                    run.claim(worker);
                    claims.add(new Claim(new Ownership(runId, run.fence, run.seq), true));
                }
            }
        }
        return claims;
    }

    /** The fence rises when somebody claims; until then the dead worker's own last commit may still arrive in time. */
    private void releaseRunsOfTheDead() {
        store.leases().buryAllBut(worker, clock.instant());
        for (var run : store.all()) {
            if (run.owner != null && !store.leases().isAlive(run.owner)) {
                run.owner = null;
            }
        }
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        synchronized (store) {
            store.find(ownership.runId())
                    .filter(run -> run.fence == ownership.fence() && worker.equals(run.owner))
                    .ifPresent(run -> run.release(clock.instant().plus(delay)));
        }
        bell.workIsWaiting();
    }

    @Override
    public boolean renew() {
        synchronized (store) {
            return !dead && store.leases().extend(worker, clock.instant().plus(lease));
        }
    }

    @Override
    public void rejoin() {
        synchronized (store) {
            if (!dead) {
                store.leases().begin(worker, clock.instant().plus(lease));
            }
        }
    }

    @Override
    public void onWake(WakeListener listener) {
        bell.onRing(listener);
    }

    /** As if the process had died and the store had noticed: its runs are free, and nothing it still does counts. */
    public void die() {
        close();
    }

    @Override
    public void close() {
        synchronized (store) {
            dead = true;
            store.leases().end(worker);
            releaseRunsOfTheDead();
        }
        bell.workIsWaiting();
    }
}
