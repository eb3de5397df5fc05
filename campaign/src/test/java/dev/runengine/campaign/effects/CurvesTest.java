package dev.runengine.campaign.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CurvesTest {
    @Test
    void arrivalsStartAtNothingAndEndAtTheirPlace() {
        for (var curve :
                List.<DoubleUnaryOperator>of(Curves::smooth, Curves::easeOut, Curves::elastic, Curves::bounce)) {
            assertThat(curve.applyAsDouble(0)).isCloseTo(0, within(1e-9));
            assertThat(curve.applyAsDouble(1)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aSpringOvershootsAndABounceDoesNot() {
        double highest = 0;
        for (double p = 0; p <= 1; p += 0.01) {
            highest = Math.max(highest, Curves.elastic(p));
            assertThat(Curves.bounce(p)).isBetween(0.0, 1.0);
        }
        assertThat(highest).isBetween(1.1, 1.6);
    }

    @Test
    void wavesRepeatAfterEveryWholeTurn() {
        assertThat(Curves.sin(0.3)).isCloseTo(Curves.sin(7.3), within(1e-12));
        assertThat(Curves.sin(3)).isEqualTo(Curves.sin(0));
        assertThat(Curves.swell(0)).isCloseTo(0, within(1e-12));
        assertThat(Curves.swell(0.5)).isCloseTo(1, within(1e-12));
    }
}
