package dev.runengine.campaign.audio.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.audio.signal.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundEffectTest {
    private static final List<Double> BANDS =
            List.of(65.4, 130.8, 261.6, 392.0, 523.3, 784.0, 1046.5, 1568.0, 2093.0, 4186.0, 8372.0);
    private static final List<String> STYLES = List.of(
            "pop",
            "lofi",
            "synthwave",
            "epic",
            "holiday",
            "tropical",
            "spooky",
            "rock",
            "jazz",
            "chiptune",
            "orchestral",
            "electronic",
            "hiphop",
            "ambient",
            "folk",
            "happy",
            "energetic",
            "calm",
            "dark",
            "romantic",
            "playful",
            "mysterious");

    @Test
    void intentsDifferInTheirSpectraOrTheirCourse() throws Exception {
        var shapes = new ArrayList<Shape>();
        for (var intent : Intent.values()) {
            shapes.add(new Shape(intent, shape(samples(intent, "pop", intent.seconds(), 0))));
        }
        for (var one : shapes) {
            for (var other : shapes) {
                if (one != other) {
                    assertThat(distance(one.shares, other.shares))
                            .as("%s and %s", one.intent, other.intent)
                            .isGreaterThan(0.25);
                }
            }
        }
    }

    private record Shape(Intent intent, double[] shares) {}

    @ParameterizedTest
    @EnumSource(Intent.class)
    void everyStyleHasEveryEffectAndItCanBeHeard(Intent intent) throws Exception {
        for (var style : STYLES) {
            var samples = samples(intent, style, intent.seconds(), 0);
            assertThat(samples.rms()).as(style).isBetween(0.01, 1.0);
            assertThat(Math.abs(samples.left()[samples.left().length - 1]))
                    .as("last sample")
                    .isLessThan(0.01f);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.4, 10})
    void anEffectIsAsLongAsAsked(double seconds) throws Exception {
        for (var intent : Intent.values()) {
            var samples = samples(intent, "pop", seconds, 0);
            assertThat(samples.left()).hasSize((int) Math.round(seconds * 48_000));
            assertThat(samples.rms()).as("%s", intent).isGreaterThan(0.002);
        }
    }

    @Test
    void variationsDiffer() throws Exception {
        var first = samples(Intent.COIN, "pop", 0.7, 0);
        assertThat(samples(Intent.COIN, "pop", 0.7, 1).left()).isNotEqualTo(first.left());
        assertThat(samples(Intent.COIN, "pop", 0.7, 0).left()).isEqualTo(first.left());
    }

    private static Samples samples(Intent intent, String style, double seconds, int variation) throws Exception {
        var effect = SoundEffect.of(intent, style, seconds, variation, 5);
        return Samples.of(effect.play(), effect.frames());
    }

    /** Amplitudes over octaves and over tenths of a normal course, each as shares of their sum. */
    private static double[] shape(Samples samples) {
        var bands = BANDS.stream().mapToDouble(samples::amplitude).toArray();
        int tenth = samples.left().length / 10;
        var course = new double[11];
        for (int i = 0; i < 10; i++) {
            course[i] = samples.rms(i * tenth, (i + 1) * tenth);
        }
        return DoubleStream.concat(shares(bands), shares(course)).toArray();
    }

    private static DoubleStream shares(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
