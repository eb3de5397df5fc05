package dev.runengine.campaign.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.signal.Tones;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signals and tolerances of EBU Tech 3341, table 1. */
class LoudnessMeterTest {
    @ParameterizedTest(name = "case {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | -23 20                                   | -23",
                "2 | -33 20                                   | -33",
                "3 | -36 10 -23 60 -36 10                     | -23",
                "4 | -72 10 -36 10 -23 60 -36 10 -72 10       | -23",
                "5 | -26 20 -20 20.1 -26 20                   | -23"
            })
    void stereoSinesReadAsEbuSays(int number, String levelsAndSeconds, double expected) throws Exception {
        var meter = new LoudnessMeter();
        var steps = levelsAndSeconds.trim().split(" +");
        for (int i = 0; i < steps.length; i += 2) {
            long frames = Math.round(Double.parseDouble(steps[i + 1]) * Signal.RATE);
            Tones.sine(1_000, Double.parseDouble(steps[i])).pump(frames, meter);
        }
        assertThat(meter.integrated()).as("case %d", number).isCloseTo(expected, within(0.1));
    }

    @Test
    void aMonoSineAtFullScaleReadsMinusThree() throws Exception {
        var meter = new LoudnessMeter();
        var sine = Tones.sine(997, 0);
        Signal left = (l, r, count) -> {
            sine.read(l, r, count);
            Arrays.fill(r, 0, count, 0);
        };
        left.pump(Signal.RATE * 5, meter);
        assertThat(meter.integrated()).isCloseTo(-3.01, within(0.02));
    }

    @Test
    void silenceHasNoLoudness() throws Exception {
        assertThat(LoudnessMeter.of(Signal.SILENCE, Signal.RATE)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aClickIsMeasuredAsIfRepeated() throws Exception {
        assertThat(LoudnessMeter.of(Tones.sine(1_000, -20), Signal.RATE / 10)).isCloseTo(-20, within(0.1));
    }
}
