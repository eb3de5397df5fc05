package dev.runengine.runtime.simulation;

import dev.runengine.core.run.RunError;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.quota.QuotaShares;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A node's queue, over its link and with somebody watching. Wake-ups get lost on the way, or come twice. */
record ObservedQueue(RunQueue store, Link link, Weather weather, Oracle oracle, Life life) implements RunQueue {
    @Override
    public List<Claim> claim(int max, Set<String> without) {
        return link.call(() -> {
            var claims = store.claim(max, without);
            claims.forEach(claim -> oracle.claimed(life, claim));
            return claims;
        });
    }

    @Override
    public List<Claim> reclaim(Set<UUID> driven) {
        return link.call(() -> {
            var claims = store.reclaim(driven);
            claims.forEach(claim -> oracle.reclaimed(life, claim));
            return claims;
        });
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        link.call(() -> {
            oracle.handedOver(life, ownership);
            store.handOver(ownership, delay);
            return true;
        });
    }

    @Override
    public void giveBackBroken(Ownership ownership, Duration delay) {
        link.call(() -> {
            oracle.handedOver(life, ownership);
            store.giveBackBroken(ownership, delay);
            return true;
        });
    }

    /** Nothing in this world breaks a driver that often. */
    @Override
    public void giveUp(Ownership ownership, RunError error) {
        throw new AssertionError("gave a run up: " + error);
    }

    @Override
    public boolean renew() {
        return link.call(store::renew);
    }

    @Override
    public void rejoin() {
        link.call(() -> {
            store.rejoin();
            return true;
        });
    }

    @Override
    public QuotaShares quotas() {
        var shares = store.quotas();
        return demands -> link.call(() -> shares.renew(demands));
    }

    @Override
    public void onWake(WakeListener listener) {
        store.onWake(new WakeListener() {
            @Override
            public void workMayBeWaiting() {
                pass(listener::workMayBeWaiting);
            }

            @Override
            public void cancelRequested(UUID runId) {
                pass(() -> listener.cancelRequested(runId));
            }
        });
    }

    private void pass(Runnable wake) {
        if (!weather.losesWake()) {
            life.execute(wake);
        }
        if (weather.doublesWake()) {
            life.execute(wake);
        }
    }

    @Override
    public void close() {
        link.call(() -> {
            oracle.left(life);
            store.close();
            return true;
        });
    }
}
