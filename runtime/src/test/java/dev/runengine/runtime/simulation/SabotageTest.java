package dev.runengine.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation itself: every rule that is broken on purpose is noticed, within few worlds. */
class SabotageTest {
    @ParameterizedTest
    @EnumSource
    void aBrokenRuleIsNoticed(Sabotages broken) {
        assertThat(Seeds.firstBreach(LongStream.range(0, broken.within), broken.maker))
                .as("within %d seeds", broken.within)
                .hasValueSatisfying(
                        breach -> assertThat(breach.getCause()).hasMessageMatching("(?s).*" + broken.noticed + ".*"));
    }
}
