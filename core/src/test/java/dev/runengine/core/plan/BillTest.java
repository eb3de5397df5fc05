package dev.runengine.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.plan.Bill.Amount;
import dev.runengine.core.plan.Estimate.Sample;
import dev.runengine.core.plan.Estimate.Spread;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** From what earlier executions took to what an update is likely to take. */
class BillTest {
    @Test
    void ranksAreTakenAndNothingIsInterpolated() {
        var samples = LongStream.rangeClosed(1, 20)
                .mapToObj(n -> new Sample(n, 100 * n))
                .toList();

        assertThat(Estimate.of(samples)).contains(new Estimate(20, new Spread(10, 18), new Spread(1000, 1800)));
        assertThat(Estimate.of(List.of(new Sample(7, 8))))
                .contains(new Estimate(1, new Spread(7, 7), new Spread(8, 8)));
        assertThat(Estimate.of(List.of())).isEmpty();
    }

    @Test
    void theRangeIsFromWhatRunsToWhatMayRunAsWell() {
        var plan = new Plan(List.of(
                step("runs", Expectation.RUN), step("may", Expectation.MAYBE), step("stays", Expectation.REUSE)));
        var each = new Estimate(5, new Spread(10, 30), new Spread(100, 300));

        assertThat(Bill.of(plan, Map.of("runs", each, "may", each, "stays", each)))
                .isEqualTo(new Bill(new Amount(10, 100), new Amount(60, 600), 0, 0));
    }

    @Test
    void whatIsNotKnownIsCountedAndNotTakenForNothing() {
        var plan = new Plan(List.of(
                step("runs", Expectation.RUN), step("may", Expectation.MAYBE), step("stays", Expectation.REUSE)));

        assertThat(Bill.of(plan, Map.of())).isEqualTo(new Bill(new Amount(0, 0), new Amount(0, 0), 1, 1));
    }

    private static PlannedStep step(String id, Expectation expectation) {
        return new PlannedStep(
                id, expectation, Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
