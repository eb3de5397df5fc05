package dev.runengine.campaign.audio.opus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.signal.Tones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpusFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 959, 960, 961, 4_800, 100_003})
    void asManySamplesComeOutAsWentIn(int frames) throws Exception {
        var file = folder.resolve("tone.ogg");
        OpusWriter.write(Tones.sine(440, -12), frames, 96_000, file);
        var decoded = new Samples.Collector();
        assertThat(OpusReader.read(file, decoded)).isEqualTo(frames);
        assertThat(decoded.samples().left()).hasSize(frames);
    }

    @Test
    void theyComeOutWhereTheyWentIn() throws Exception {
        int frames = Signal.RATE;
        var file = folder.resolve("tone.ogg");
        OpusWriter.write(Tones.sine(440, -12), frames, 96_000, file);
        var expected = Samples.of(Tones.sine(440, -12).skip(OpusWriter.LEAD_IN), frames);
        assertThat(rmsOfDifference(decoded(file), expected)).isLessThan(0.02 * expected.rms());
    }

    @Test
    void aLoopIsCodedAtItsSeamAsWellAsAnywhere() throws Exception {
        int frames = 3 * Signal.RATE + 7;
        double hz = Math.round(300.0 * frames / Signal.RATE) * (double) Signal.RATE / frames;
        try (var recording = Recording.of(Tones.sine(hz, -12), frames, folder.resolve("loop.pcm"))) {
            var file = folder.resolve("loop.ogg");
            OpusWriter.write(recording.view(Edges.LOOPED, -OpusWriter.LEAD_IN), frames, 96_000, file);
            var original = Samples.of(recording.view(Edges.LOOPED, 0), frames);
            var decoded = decoded(file);
            assertThat(decoded.range(0, 240).distance(original, 0)).isLessThan(0.01);
            assertThat(decoded.range(frames - 240, frames).distance(original, frames - 240))
                    .isLessThan(0.01);
        }
    }

    @Test
    void whatIsNoOpusFileIsRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.ogg"), "OggS, or so it says, but it goes on as plain text");
        assertThatThrownBy(() -> OpusReader.read(text, (_, _, _) -> {})).isInstanceOf(BadOpusException.class);
        var tone = folder.resolve("tone.ogg");
        OpusWriter.write(Tones.sine(440, -12), 48_000, 96_000, tone);
        var bytes = Files.readAllBytes(tone);
        var half = Files.write(folder.resolve("half.ogg"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> OpusReader.read(half, (_, _, _) -> {})).isInstanceOf(BadOpusException.class);
    }

    private static Samples decoded(Path file) throws Exception {
        var collector = new Samples.Collector();
        OpusReader.read(file, collector);
        return collector.samples();
    }

    private static double rmsOfDifference(Samples a, Samples b) {
        double sum = 0;
        for (int i = 0; i < a.left().length; i++) {
            double difference = a.left()[i] - b.left()[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / a.left().length);
    }
}
