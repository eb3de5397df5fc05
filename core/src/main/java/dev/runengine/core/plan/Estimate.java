package dev.runengine.core.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What an execution of a step is likely to take, from what earlier ones took.
 *
 * @param samples how many those are
 */
public record Estimate(int samples, Spread durationMs, Spread costMicros) {

    /** What an earlier execution took. @param costMicros money in millionths */
    public record Sample(long durationMs, long costMicros) {}

    /** Half of the samples are at most {@code p50}, nine of ten at most {@code p90}: nearest ranks, nothing interpolated. */
    public record Spread(long p50, long p90) {
        static Spread of(List<Sample> samples, ToLongFunction<Sample> what) {
            var sorted = samples.stream().mapToLong(what).sorted().toArray();
            return new Spread(sorted[rank(sorted.length, 50)], sorted[rank(sorted.length, 90)]);
        }

        private static int rank(int samples, int percent) {
            return Math.ceilDiv(samples * percent, 100) - 1;
        }
    }

    /** Empty without samples: what is not known is not nothing. */
    public static Optional<Estimate> of(List<Sample> samples) {
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estimate(
                        samples.size(),
                        Spread.of(samples, Sample::durationMs),
                        Spread.of(samples, Sample::costMicros)));
    }
}
