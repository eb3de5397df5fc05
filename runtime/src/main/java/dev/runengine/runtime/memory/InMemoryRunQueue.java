package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** One worker's claims over the runs of an {@link InMemoryStore}. */
public final class InMemoryRunQueue implements RunQueue {
    private final InMemoryStore store;
    private final InMemoryBell bell;
    private final UUID worker;
    private final InstantSource clock;
    private volatile boolean dead;

    public InMemoryRunQueue(InMemoryStore store, InMemoryBell bell, UUID worker, InstantSource clock) {
        this.store = store;
        this.bell = bell;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public List<Claim> claim(int max) {
        var claims = new ArrayList<Claim>();
        synchronized (store) {
            if (dead) {
                return claims;
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
        return !dead;
    }

    @Override
    public void onWake(WakeListener listener) {
        bell.onRing(listener);
    }

    /** As if the process had died: its runs are free for others, and nothing it still does counts. */
    public void die() {
        close();
    }

    @Override
    public void close() {
        synchronized (store) {
            dead = true;
            store.all().stream().filter(run -> worker.equals(run.owner)).forEach(run -> run.owner = null);
        }
        bell.workIsWaiting();
    }
}
