package dev.runengine.core.plan;

import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an update is likely to take as a whole: the work of its steps one after the other, and their money.
 *
 * @param least of the steps that run, each at its p50
 * @param most of the steps that run or may, each at its p90
 * @param runUnknown how many steps run of which nothing is known; they come on top of both
 * @param maybeUnknown how many steps may run of which nothing is known; they come on top of the latter
 */
public record Bill(Amount least, Amount most, int runUnknown, int maybeUnknown) {

    /** @param costMicros money in millionths */
    public record Amount(long durationMs, long costMicros) {
        static final Amount NOTHING = new Amount(0, 0);

        private Amount plus(long moreMs, long moreMicros) {
            return new Amount(durationMs + moreMs, costMicros + moreMicros);
        }
    }

    /** @param estimates by step; missing where nothing is known */
    public static Bill of(Plan plan, Map<String, Estimate> estimates) {
        var least = Amount.NOTHING;
        var most = Amount.NOTHING;
        for (var step : plan.steps()) {
            var estimate = Optional.ofNullable(estimates.get(step.stepId()));
            if (estimate.isPresent() && step.expectation() != Expectation.REUSE) {
                var time = estimate.get().durationMs();
                var cost = estimate.get().costMicros();
                most = most.plus(time.p90(), cost.p90());
                least = step.expectation() == Expectation.RUN ? least.plus(time.p50(), cost.p50()) : least;
            }
        }
        Predicate<PlannedStep> unknown = step -> !estimates.containsKey(step.stepId());
        return new Bill(least, most, count(plan, Expectation.RUN, unknown), count(plan, Expectation.MAYBE, unknown));
    }

    private static int count(Plan plan, Expectation expectation, Predicate<PlannedStep> which) {
        return (int) plan.steps().stream()
                .filter(step -> step.expectation() == expectation)
                .filter(which)
                .count();
    }
}
