package dev.runengine.runtime.quota;

import dev.runengine.runtime.quota.QuotaShares.Demand;
import dev.runengine.runtime.quota.QuotaShares.Grant;
import dev.runengine.runtime.quota.QuotaShares.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What comes of one worker's demand: the arithmetic that every store of quotas shares. What is free and what is held never
 * exceed the quota together.
 *
 * @param holding how the worker stands now
 * @param tokens what is left in the bucket of a rate
 */
public record Settlement(Grant grant, Holding holding, double tokens) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** How a rate's bucket stood. */
    public record Bucket(double tokens, Instant at) {}

    /**
     * Settles a demand.
     *
     * @param others all other workers that hold or want some of it
     * @param lastGranted when this worker was last granted some; long ago for a new one
     * @param bucket absent before the first demand: the bucket is full then
     */
    public static Settlement of(
            Demand demand, Collection<Holding> others, Instant lastGranted, Optional<Bucket> bucket, Instant now) {
        int heldByOthers = others.stream().mapToInt(Holding::held).sum();
        int held = demand.held() + heldByOthers;
        double tokens = switch (demand.quota()) {
            case Quota.Concurrent _ -> 0;
            case Quota.Rate rate -> Math.max(0, Math.min(rate.burst() - held, filled(rate, bucket, now)));
        };
        int total = switch (demand.quota()) {
            case Quota.Concurrent quota -> quota.permits();
            case Quota.Rate _ -> held + (int) tokens;
        };
        int free = Math.max(0, total - held);
        int share = share(total, new Holding(demand.held(), demand.wanted(), lastGranted), others);
        int added = Math.min(free, Math.max(0, share - demand.held()));
        var holding = new Holding(demand.held() + added, demand.wanted(), added > 0 ? now : lastGranted);
        return new Settlement(new Grant(added, share), holding, tokens - added);
    }

    private static double filled(Quota.Rate rate, Optional<Bucket> bucket, Instant now) {
        return bucket.map(b -> b.tokens()
                        + rate.perSecond() * Duration.between(b.at(), now).toNanos() / NANOS_PER_SECOND)
                .orElse((double) rate.burst());
    }

    /**
     * Max-min fair: nobody gets more than it wants, and who gets less than it wants gets no less than anybody else, but for
     * one unit where the rest cannot be divided: that goes to those whose last grant is longest ago.
     */
    static int share(int total, Holding own, Collection<Holding> others) {
        int left = total;
        int level = 0;
        while (true) {
            int at = level;
            int wanting =
                    (int) others.stream().filter(other -> other.wanted() > at).count();
            boolean mine = own.wanted() > at;
            if (!mine) {
                return own.wanted();
            }
            if (wanting + 1 > left) {
                long before = others.stream()
                        .filter(other ->
                                other.wanted() > at && other.lastGranted().isBefore(own.lastGranted()))
                        .count();
                return before < left ? at + 1 : at;
            }
            left -= wanting + 1;
            level++;
        }
    }
}
