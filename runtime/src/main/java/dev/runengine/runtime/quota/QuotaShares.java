package dev.runengine.runtime.quota;

import java.time.Instant;
import java.util.List;

/** One worker's shares in the quotas of the fleet. They go with the worker: when it is dead they are the others'. */
public interface QuotaShares {
    /**
     * Tells what this worker holds and could use, and takes what is free of its share. No worker gets more than its equal
     * part of what others want too; what they do not want is anybody's.
     *
     * @return one grant a demand, in the same order; all of nothing for a worker that was given up
     */
    List<Grant> renew(List<Demand> demands);

    /**
     * What a worker tells of one quota.
     *
     * @param held leased to it, in use or not: what it was granted so far, less what it has spent or given back since
     * @param wanted what it could use in all, with what it holds
     */
    record Demand(Quota quota, int held, int wanted) {}

    /**
     * What it is told.
     *
     * @param added leased to it from now on, on top of what it holds
     * @param share what it should hold; what it holds beyond that others wait for, so it gives it back as it gets free
     */
    record Grant(int added, int share) {
        public static final Grant NOTHING = new Grant(0, 0);
    }

    /**
     * How another worker stands. @param lastGranted who was granted something longest ago comes first where not all can get
     * as much
     */
    record Holding(int held, int wanted, Instant lastGranted) {}
}
