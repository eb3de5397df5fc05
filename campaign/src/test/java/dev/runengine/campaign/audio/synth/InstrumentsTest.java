package dev.runengine.campaign.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.synth.Patch.Touch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {
    private static final int LONGEST = 60 * 48_000;
    static final List<String> NAMES = Instruments.names();

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyNoteSoundsAndEndsAndStaysWithinBounds(String name) {
        var note = played(name, 220, 0.5);
        assertThat(peak(note)).as("peak").isBetween(0.02f, 2.5f);
        assertThat(note.length).as("length in samples").isLessThan(LONGEST);
        assertThat(Math.abs(note[note.length - 1])).as("last sample").isLessThan(0.01f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"piano", "nylon_guitar", "upright_bass", "electric_piano", "chip_lead", "organ", "flute", "banjo"
            })
    void pitchedInstrumentsAreInTune(String name) {
        for (double hz : new double[] {110, 261.63, 523.25}) {
            var note = played(name, hz, 1);
            // Within ten cents of the pitch asked for, a fifth of what an untrained ear notices between two notes.
            assertThat(1200 * Math.log(pitch(note, hz) / hz) / Math.log(2))
                    .as("%s at %s Hz, in cents", name, hz)
                    .isCloseTo(0, within(10.0));
        }
    }

    @Test
    void theSameTouchGivesTheSameSamples() {
        assertThat(played("snare", 0, 0.1)).containsExactly(played("snare", 0, 0.1));
    }

    private static float[] played(String name, double hz, double seconds) {
        var voice = Instruments.named(name).strike(new Touch(hz, seconds, 0.9, 1, 7));
        var out = new float[LONGEST];
        int length = 0;
        while (length < LONGEST && voice.add(out, length, 480)) {
            length += 480;
        }
        return Arrays.copyOf(out, Math.min(LONGEST, length + 480));
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** The lag, near the expected period, at which a stretch of the note is most like itself, over eight periods. */
    private static double pitch(float[] note, double expected) {
        double period = 8 * 48_000 / expected;
        double best = -1;
        int bestLag = 0;
        for (int lag = (int) (period * 0.97); lag < period * 1.03; lag++) {
            double sum = 0;
            for (int i = 4_800; i < 14_400; i++) {
                sum += note[i] * note[i + lag];
            }
            if (sum > best) {
                best = sum;
                bestLag = lag;
            }
        }
        return 8 * 48_000.0 / bestLag;
    }
}
