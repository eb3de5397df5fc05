package dev.runengine.campaign.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResampledTest {
    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 96_000})
    void aSineStaysTheSameSine(int rate) throws Exception {
        var resampled = Samples.of(new Resampled(Tones.sine(1_000, -6, 0, rate), rate), Signal.RATE);
        var expected = Samples.of(Tones.sine(1_000, -6), Signal.RATE);
        assertThat(resampled.range(100, Signal.RATE).distance(expected, 100)).isLessThan(0.002);
    }

    @Test
    void whatHasNoPlaceAtTheLowerRateIsFilteredAway() throws Exception {
        var resampled = Samples.of(new Resampled(Tones.sine(30_000, 0, 0, 96_000), 96_000), Signal.RATE);
        assertThat(Decibels.ofAmplitude(resampled.rms(500, Signal.RATE))).isLessThan(-60);
    }
}
