package dev.runengine.runtime.limit;

import dev.runengine.runtime.quota.Quota;
import dev.runengine.runtime.quota.QuotaShares.Demand;
import dev.runengine.runtime.quota.QuotaShares.Grant;

/** What this node has of one quota: units that are free, and units in use. Guarded by the {@link Admission}. */
final class Gate {
    private final Quota quota;
    private int free;
    private int used;
    /** The most that was in use at once, or was spent, since the last report: what is worth keeping. */
    private int recent;

    private int share = Integer.MAX_VALUE;
    private int reported;

    Gate(Quota quota) {
        this.quota = quota;
    }

    boolean open() {
        return free > 0;
    }

    Wait waitedFor() {
        return switch (quota) {
            case Quota.Concurrent _ -> Wait.PERMIT;
            case Quota.Rate _ -> Wait.RATE_LIMIT;
        };
    }

    void take() {
        free--;
        switch (quota) {
            case Quota.Concurrent _ -> {
                used++;
                recent = Math.max(recent, used);
            }
            case Quota.Rate _ -> recent++;
        }
    }

    /** The execution ended; a token it took is spent. @return whether somebody else waits for the unit that got free */
    boolean giveBack() {
        return switch (quota) {
            case Quota.Concurrent _ -> {
                used--;
                boolean wanted = used + free >= share;
                if (!wanted) {
                    free++;
                }
                yield wanted;
            }
            case Quota.Rate _ -> false;
        };
    }

    boolean matters(int waiting) {
        return held() + waiting + reported > 0;
    }

    private int held() {
        return free + used;
    }

    Demand demand(int waiting) {
        return new Demand(quota, held(), waiting + Math.max(used, recent));
    }

    /** What was in use when the demand was made may have been given back meanwhile; the store is told the next time. */
    void granted(Demand demand, Grant grant) {
        reported = demand.held() + grant.added();
        share = grant.share();
        free += grant.added();
        recent = used;
        free = Math.max(0, Math.min(free, share - used));
    }

    /** Until the next report nothing more starts on what is leased: the lease may be over. */
    void suspend() {
        free = 0;
    }
}
