package dev.runengine.campaign.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What somebody else's decoder and meter say; skipped where there is no ffmpeg on the PATH. */
class FfmpegLoudnessTest {
    private static final Pattern LOUDNESS = Pattern.compile("I: +(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak: +(-?[\\d.]+|-inf) dBFS");
    /** Shorter sounds have too few gating blocks for a meter to say much. */
    private static final double MEASURABLE_SECONDS = 0.4;

    private static final List<String> GENRES = List.of(
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
            "folk");
    private static final List<String> MOODS = List.of("happy", "energetic", "calm", "dark");

    @TempDir
    Path folder;

    private static Tool ffmpeg;

    @BeforeAll
    static void ffmpegIsThere() {
        ffmpeg = Tool.required("ffmpeg", "ffmpeg");
    }

    @Test
    void musicAndEffectsMeasureAsPromised() throws Exception {
        assertMeasuresAsPromised("pop", 5, "click", "coin", "win");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("genresAndMoods")
    void everyGenreInManyMoodsMeasuresAsPromised(String genre, String mood) throws Exception {
        var bench = SkillBench.in(folder);
        assertMusic(bench, bench.mix(bench.bgm(genre, mood, 20), bench.sfx(genre, "click"), ""));
    }

    static Stream<Arguments> genresAndMoods() {
        return GENRES.stream().flatMap(genre -> MOODS.stream().map(mood -> Arguments.of(genre, mood)));
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("GENRES")
    void everyEffectOfEveryGenreMeasuresAsPromised(String genre) throws Exception {
        assertMeasuresAsPromised(
                genre, 5, "click", "tick", "spin", "reveal", "coin", "win", "lose", "whoosh", "hover", "countdown");
    }

    private void assertMeasuresAsPromised(String genre, double seconds, String... intents) throws Exception {
        var bench = SkillBench.in(folder);
        var effects = bench.sfx(genre, intents);
        var mix = bench.mix(bench.bgm(genre, seconds), effects, "");
        assertMusic(bench, mix);
        for (var effect : mix.get("sfx_files")) {
            var name = effect.get("name").asString();
            var measured = measured(bench.file(effect, "normalized_uri"));
            assertThat(measured.peak).as(name).isLessThanOrEqualTo(-1);
            if (effect.get("duration_sec").asDouble() > MEASURABLE_SECONDS) {
                assertThat(measured.lufs).as(name).isCloseTo(-12, within(1.0));
            }
        }
    }

    private static void assertMusic(SkillBench bench, JsonNode mix) throws Exception {
        var music = measured(bench.file(mix.get("bgm"), "normalized_uri"));
        assertThat(music.lufs).as("music").isCloseTo(-14, within(0.5));
        assertThat(music.peak).as("music").isLessThanOrEqualTo(-1);
    }

    private record Measured(double lufs, double peak) {}

    private static Measured measured(Path file) throws IOException, InterruptedException {
        var output = ffmpeg.run(
                "-nostdin", "-nostats", "-i", file.toString(), "-af", "ebur128=peak=true", "-f", "null", "-");
        return new Measured(last(LOUDNESS, output), last(PEAK, output));
    }

    private static double last(Pattern pattern, String output) {
        var found =
                pattern.matcher(output).results().map(match -> match.group(1)).toList();
        assertThat(found).as(output).isNotEmpty();
        var text = found.getLast();
        return text.endsWith("inf") || text.equals("nan") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }
}
