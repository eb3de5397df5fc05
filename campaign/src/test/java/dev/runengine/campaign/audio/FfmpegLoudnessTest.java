package dev.runengine.campaign.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else's decoder and meter say; skipped where there is no ffmpeg on the PATH. */
class FfmpegLoudnessTest {
    private static final Pattern LOUDNESS = Pattern.compile("I: +(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak: +(-?[\\d.]+|-inf) dBFS");
    /** Shorter sounds have too few gating blocks for a meter to say much. */
    private static final double MEASURABLE_SECONDS = 0.4;

    @TempDir
    Path folder;

    @BeforeAll
    static void ffmpegIsThere() {
        assumeTrue(ffmpeg().isPresent(), "there is no ffmpeg on the PATH");
    }

    @Test
    void musicAndEffectsMeasureAsPromised() throws Exception {
        assertMeasuresAsPromised("pop", 5, "click", "coin", "win");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "folk"
            })
    void everyGenreMeasuresAsPromised(String genre) throws Exception {
        assertMeasuresAsPromised(
                genre, 30, "click", "tick", "spin", "reveal", "coin", "win", "lose", "whoosh", "hover", "countdown");
    }

    private void assertMeasuresAsPromised(String genre, double seconds, String... intents) throws Exception {
        var bench = SkillBench.in(folder);
        var effects = bench.sfx(genre, intents);
        var mix = bench.mix(bench.bgm(genre, seconds), effects, "");
        var music = measured(bench.file(mix.get("bgm"), "normalized_uri"));
        assertThat(music.lufs).as("music").isCloseTo(-14, within(0.5));
        assertThat(music.peak).as("music").isLessThanOrEqualTo(-1);
        for (var effect : mix.get("sfx_files")) {
            var name = effect.get("name").asString();
            var measured = measured(bench.file(effect, "normalized_uri"));
            assertThat(measured.peak).as(name).isLessThanOrEqualTo(-1);
            if (effect.get("duration_sec").asDouble() > MEASURABLE_SECONDS) {
                assertThat(measured.lufs).as(name).isCloseTo(-12, within(1.0));
            }
        }
    }

    private record Measured(double lufs, double peak) {}

    private static Measured measured(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ffmpeg().orElseThrow().toString(),
                        "-nostdin",
                        "-nostats",
                        "-i",
                        file.toString(),
                        "-af",
                        "ebur128=peak=true",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return new Measured(last(LOUDNESS, output), last(PEAK, output));
    }

    private static double last(Pattern pattern, String output) {
        var found =
                pattern.matcher(output).results().map(match -> match.group(1)).toList();
        assertThat(found).as(output).isNotEmpty();
        var text = found.getLast();
        return text.endsWith("inf") || text.equals("nan") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }

    private static Optional<Path> ffmpeg() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
