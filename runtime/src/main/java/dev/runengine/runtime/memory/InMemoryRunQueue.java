package dev.runengine.runtime.memory;

import dev.runengine.core.run.RunError;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.quota.QuotaShares;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private final Predicate<CompiledWorkflow> knows;
    private volatile boolean dead;

    /** Registers a worker that knows every workflow. @param clock the store's, not the worker's */
    public InMemoryRunQueue(InMemoryStore store, InMemoryBell bell, UUID worker, InstantSource clock, Duration lease) {
        this(store, bell, worker, clock, lease, _ -> true);
    }

    /** Registers a worker. @param knows which workflow versions it can run */
    public InMemoryRunQueue(
            InMemoryStore store,
            InMemoryBell bell,
            UUID worker,
            InstantSource clock,
            Duration lease,
            Predicate<CompiledWorkflow> knows) {
        this.store = store;
        this.bell = bell;
        this.worker = worker;
        this.clock = clock;
        this.lease = lease;
        this.knows = knows;
        synchronized (store) {
            store.leases().knows(worker, knows);
        }
        rejoin();
    }

    @Override
    public List<Claim> claim(int max, Set<String> without) {
        var claims = new ArrayList<Claim>();
        synchronized (store) {
            if (dead) {
                return claims;
            }
            releaseRunsOfTheDead();
            if (!store.leases().isAlive(worker)) {
                return claims; // what it claimed would be freed again at once
            }
            var now = clock.instant();
            store.turns().heardAt(now);
            var waiting = store.all().stream()
                    .filter(run -> run.claimable(now))
                    .filter(run -> knows.test(run.asked().workflow()))
                    .filter(run -> !without.contains(run.asked().tenant()))
                    .toList();
            for (var run : store.turns().next(waiting, max)) {
                boolean handedOver = run.handedOver;
                run.claim(worker);
                claims.add(new Claim(ownership(run), run.asked().tenant(), handedOver, run.breaks));
            }
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
                    claims.add(new Claim(ownership(run), run.asked().tenant(), true, run.breaks));
                }
            }
        }
        return claims;
    }

    private static Ownership ownership(MemoryRun run) {
        return new Ownership(run.asked().runId(), run.fence, run.seq);
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
        ifOwned(ownership, run -> run.release(clock.instant().plus(delay)));
    }

    @Override
    public void giveBackBroken(Ownership ownership, Duration delay) {
        ifOwned(ownership, run -> {
            run.breaks++;
            run.release(clock.instant().plus(delay));
        });
    }

    @Override
    public void giveUp(Ownership ownership, RunError error) {
        ifOwned(ownership, run -> run.giveUp(error));
    }

    private void ifOwned(Ownership ownership, Consumer<MemoryRun> action) {
        synchronized (store) {
            store.find(ownership.runId())
                    .filter(run -> run.fence == ownership.fence() && worker.equals(run.owner))
                    .ifPresent(action);
        }
        bell.workIsWaiting();
    }

    @Override
    public boolean renew() {
        synchronized (store) {
            store.turns().heardAt(clock.instant());
            return !dead && store.leases().extend(worker, clock.instant().plus(lease));
        }
    }

    @Override
    public void rejoin() {
        synchronized (store) {
            store.turns().heardAt(clock.instant());
            if (!dead) {
                store.leases().begin(worker, clock.instant().plus(lease));
            }
        }
    }

    @Override
    public QuotaShares quotas() {
        return demands -> {
            synchronized (store) {
                store.leases().buryAllBut(worker, clock.instant());
                return store.quotas().renew(worker, demands, clock.instant());
            }
        };
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
