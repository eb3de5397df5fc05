package dev.runengine.campaign.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.signal.Tones;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasteringTest {
    private static final int FRAMES = 2 * Signal.RATE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {-23, -14, -10})
    void theTargetIsReachedAndTheCeilingHolds(double target) throws Exception {
        try (var recording = recorded(Tones.beat(1))) {
            var mastering = Mastering.to(target, -1, recording, Edges.LOOPED);
            var peaks = new TruePeakMeter();
            mastering.from(0).pump(FRAMES, peaks);
            assertThat(LoudnessMeter.of(mastering.from(0), FRAMES)).isCloseTo(target, within(0.06));
            assertThat(peaks.decibels()).isLessThanOrEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void theLimiterHoldsItsCeilingHoweverHardItIsDriven(long seed) throws Exception {
        var peaks = new TruePeakMeter();
        new Limiter(Tones.beat(seed).gain(6 * seed), -3).pump(FRAMES, peaks);
        assertThat(peaks.decibels()).isBetween(-3.4, -3.0);
    }

    @Test
    void theLimiterLeavesWhatIsBelowItsCeilingAsItIs() throws Exception {
        var limited = Samples.of(new Limiter(Tones.sine(440, -6), -1), FRAMES);
        var plain = Samples.of(Tones.sine(440, -6), FRAMES);
        assertThat(limited.left()).containsExactly(plain.left());
    }

    @Test
    void aLoopIsMasteredWithoutAStepAtItsSeam() throws Exception {
        try (var recording = recorded(Tones.beat(6))) {
            var mastering = Mastering.to(-10, -1, recording, Edges.LOOPED);
            var inOneGo = Samples.of(mastering.from(-FRAMES / 2), FRAMES);
            var fromStart = Samples.of(mastering.from(0), FRAMES / 2);
            assertThat(fromStart.distance(inOneGo, FRAMES / 2)).isLessThan(2e-3);
        }
    }

    private Recording recorded(Signal signal) throws IOException, InterruptedException {
        return Recording.of(signal, FRAMES, folder.resolve("beat.pcm"));
    }
}
