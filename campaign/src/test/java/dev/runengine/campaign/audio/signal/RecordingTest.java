package dev.runengine.campaign.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final int FRAMES = 3_000;

    @TempDir
    Path folder;

    @Test
    void aLoopedViewGoesOnWithTheStartAndBeginsBeforeItWithTheEnd() throws Exception {
        try (var recording = counting()) {
            var samples = Samples.of(recording.view(Edges.LOOPED, -2), FRAMES * 2L);
            assertThat(samples.left()).startsWith(2998, 2999, 0, 1);
            assertThat(samples.left()[FRAMES + 1]).isEqualTo(2999);
            assertThat(samples.left()[FRAMES + 2]).isZero();
            assertThat(samples.right()[FRAMES + 1]).isEqualTo(-2999);
        }
    }

    @Test
    void aSilentViewHasSilenceOnBothSides() throws Exception {
        try (var recording = counting()) {
            var samples = Samples.of(recording.view(Edges.SILENT, -1_500), 6_000);
            assertThat(samples.left()[1_499]).isZero();
            assertThat(samples.left()[1_501]).isEqualTo(1);
            assertThat(samples.left()[4_499]).isEqualTo(2999);
            assertThat(samples.left()[4_500]).isZero();
        }
    }

    private Recording counting() throws IOException, InterruptedException {
        var at = new int[1];
        Signal counting = (left, right, count) -> {
            for (int i = 0; i < count; i++) {
                left[i] = at[0];
                right[i] = -at[0]++;
            }
        };
        return Recording.of(counting, FRAMES, folder.resolve("counting.pcm"));
    }
}
