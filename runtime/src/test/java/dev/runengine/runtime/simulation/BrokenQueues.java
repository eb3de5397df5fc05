package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.testing.PassingQueue;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Queues that break the rules of leases and claims. */
final class BrokenQueues {
    private BrokenQueues() {}

    /** Never tells that it is alive, and never learns that it is not. */
    static final class Heartless implements Sabotage {
        @Override
        public RunQueue queue(RunQueue honest) {
            return new PassingQueue(honest) {
                @Override
                public boolean renew() {
                    return true;
                }
            };
        }
    }

    /** Forgets that a run was given up on purpose. */
    static final class Ungrateful implements Sabotage {
        @Override
        public RunQueue queue(RunQueue honest) {
            return new PassingQueue(honest) {
                @Override
                public List<Claim> claim(int max, Set<String> without) {
                    return super.claim(max, without).stream()
                            .map(claim -> new Claim(claim.ownership(), claim.tenant(), false, claim.breaks()))
                            .toList();
                }
            };
        }
    }

    /** Leaves the runs of a claim whose answer was lost where they are. */
    static final class NotReclaiming implements Sabotage {
        @Override
        public RunQueue queue(RunQueue honest) {
            return new PassingQueue(honest) {
                @Override
                public List<Claim> reclaim(Set<UUID> driven) {
                    return List.of();
                }
            };
        }
    }
}
