package dev.runengine.campaign.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.signal.Tones;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sines whose samples miss their crests, after EBU Tech 3341, cases 15 to 19, whose tolerance is +0.2 / -0.4 dB. Fourfold
 * oversampling may still miss the crest of a period of three samples by 0.3 dB.
 */
class TruePeakMeterTest {
    @ParameterizedTest
    @CsvSource({"4, 0", "4, 0.125", "6, 0.1666667", "8, 0.1875", "3, 0.05"})
    void crestsBetweenSamplesAreSeen(double samplesAPeriod, double phase) throws Exception {
        var meter = new TruePeakMeter();
        fadedIn(Tones.sine(Signal.RATE / samplesAPeriod, -6, phase, Signal.RATE))
                .fadedOut(Signal.RATE, Signal.RATE / 4)
                .pump(Signal.RATE, meter);
        assertThat(meter.decibels()).isBetween(-6.31, -5.95);
    }

    /** A sine that starts with a step overshoots, and rightly so; here the crests alone count. */
    private static Signal fadedIn(Signal signal) {
        var at = new int[1];
        return (left, right, count) -> {
            signal.read(left, right, count);
            for (int i = 0; i < count; i++) {
                float gain = Math.min(1, at[0]++ / (Signal.RATE / 4f));
                left[i] *= gain;
                right[i] *= gain;
            }
        };
    }
}
