package dev.runengine.campaign.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.opus.OpusReader;
import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.wav.WavReader;
import dev.runengine.campaign.audio.wav.WavWriter;
import dev.runengine.campaign.testing.LocalSkillContext.Published;
import dev.runengine.core.skill.SkillFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AudioSkillsTest {
    private static final String NOWHERE = "artifact:sha256:" + "0".repeat(64);

    @TempDir
    Path folder;

    @Test
    void theSameInputsGiveTheSameBytes() {
        assertThat(everything()).isEqualTo(everything());
    }

    private List<String> everything() {
        var bench = SkillBench.in(folder);
        bench.mix(bench.bgm("lofi", 6), bench.sfx("jazz", "click", "coin"), "");
        return bench.context().published().stream()
                .map(Published::address)
                .map(Object::toString)
                .toList();
    }

    @Test
    void theTrackIsWhatTheOutputSays() throws Exception {
        var bench = SkillBench.in(folder);
        var track = SkillBench.BGM.succeed(
                SkillBench.json("{'style': {'genre': 'folk', 'mood': 'calm'}, 'bpm': 90, 'duration_sec': 9.5}"),
                bench.context());
        var file = bench.file(track, "audio_uri");
        assertThat(track.get("duration_sec").asDouble()).isCloseTo(4 * 240 / 90.0, within(1e-4));
        assertThat(track.get("bpm").asDouble()).isEqualTo(90);
        assertThat(track.get("is_loopable").asBoolean()).isTrue();
        assertThat(track.get("file_size_bytes").asLong()).isEqualTo(Files.size(file));
        try (var reader = WavReader.open(file)) {
            assertThat(reader.frames())
                    .isEqualTo(Math.round(track.get("duration_sec").asDouble() * Signal.RATE));
            assertThat(Samples.of(reader, reader.frames()).peak()).isLessThan(0.9);
        }
    }

    @Test
    void aPackHoldsEachEffectAndItsVariations() throws Exception {
        var bench = SkillBench.in(folder);
        var pack = SkillBench.SFX.succeed(
                SkillBench.json("{'sfx_list': [{'name': 'tap', 'intent': 'click', 'variations': 3},"
                        + " {'name': 'wheel', 'intent': 'spin', 'duration_sec': 1}]}"),
                bench.context());
        assertThat(names(pack.get("sfx_files"))).containsExactly("tap", "tap_2", "tap_3", "wheel");
        assertThat(pack.get("total_count").asInt()).isEqualTo(4);
        assertThat(entries(bench.file(pack, "pack_uri")))
                .containsExactly("manifest.json", "tap.wav", "tap_2.wav", "tap_3.wav", "wheel.wav");
        assertThat(pack.get("sfx_files").get(3).get("duration_sec").asDouble()).isEqualTo(1);
    }

    @Test
    void aMixIsAtItsLoudnessUnderTheLimitAndAsLongAsItWas() throws Exception {
        var bench = SkillBench.in(folder);
        var track = bench.bgm("chiptune", 6);
        var mix = bench.mix(track, bench.sfx("chiptune", "win", "tick"), "");
        assertLoudness(mix.get("bgm"), -14, 0.25);
        mix.get("sfx_files").forEach(effect -> assertLoudness(effect, -12, 0.5));
        long frames = OpusReader.read(bench.file(mix.get("bgm"), "normalized_uri"), (_, _, _) -> {});
        assertThat(frames).isEqualTo(Math.round(track.get("duration_sec").asDouble() * Signal.RATE));
        assertThat(entries(bench.file(mix, "output_dir")))
                .containsExactly("audio/bgm.ogg", "audio/sfx/tick.ogg", "audio/sfx/win.ogg", "manifest.json");
    }

    private static void assertLoudness(JsonNode sound, double lufs, double tolerance) {
        assertThat(sound.get("normalized_lufs").asDouble()).isCloseTo(lufs, within(tolerance));
        assertThat(sound.get("peak_dbfs").asDouble()).isLessThanOrEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"0.25, -26.04", "1.5, -10.48", "4, -8"})
    void aBoostMovesTheMusicsTargetUpToMinusEight(double boost, double lufs) {
        var bench = SkillBench.in(folder);
        var mix = bench.mix(bench.bgm("synthwave", 5), bench.sfx("pop", "tick"), ", 'volume_boost': " + boost);
        assertThat(mix.get("loudness_info").get("bgm_target_lufs").asDouble()).isCloseTo(lufs, within(0.01));
        assertLoudness(mix.get("bgm"), lufs, 0.5);
        assertThat(mix.get("sfx_files").get(0).get("normalized_lufs").asDouble())
                .isCloseTo(-12, within(0.5));
    }

    @Test
    void aMixTakesAManifestForItsEffectsAndAnOpusFileForItsMusic() {
        var bench = SkillBench.in(folder);
        var first = bench.mix(bench.bgm("rock", 5), bench.sfx("rock", "tick"), "");
        var pack = bench.sfx("rock", "coin");
        var second = SkillBench.MIX.succeed(
                SkillBench.json(
                        "{'bgm_uri': '%s', 'loudness_targets': {'bgm_lufs': -20}, 'sfx_manifest': '%s'}",
                        first.get("bgm").get("normalized_uri").asString(),
                        pack.get("manifest_uri").asString()),
                bench.context());
        assertThat(second.get("bgm").get("duration_sec"))
                .isEqualTo(first.get("bgm").get("duration_sec"));
        assertThat(second.get("bgm").get("normalized_lufs").asDouble()).isCloseTo(-20, within(0.25));
        assertThat(names(second.get("sfx_files"))).containsExactly("coin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text  | this is a poem          | it is not a WAV file",
                "empty |                         | it is not a WAV file",
                "ogg   | OggS is all there is     | it is damaged",
            })
    void whatIsNoSoundIsRefusedWhereTheInputNamesIt(String name, String content, String said) {
        var bench = SkillBench.in(folder);
        var bytes = content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);
        assertRefused(bench, bench.upload(name, bytes), said);
    }

    @Test
    void aSoundWithoutSamplesOrWithoutSoundIsRefused() throws Exception {
        var bench = SkillBench.in(folder);
        var file = folder.resolve("nothing.wav");
        WavWriter.write(Signal.SILENCE, 0, file);
        assertRefused(bench, bench.upload("none.wav", Files.readAllBytes(file)), "no samples");
        WavWriter.write(Signal.SILENCE, 48_000, file);
        assertRefused(bench, bench.upload("silent.wav", Files.readAllBytes(file)), "silent");
        WavWriter.write(Signal.SILENCE, 601L * Signal.RATE, file);
        assertRefused(bench, bench.upload("long.wav", Files.readAllBytes(file)), "longer than 600 seconds");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused(SkillBench.in(folder), NOWHERE, "there is no artifact");
    }

    private static void assertRefused(SkillBench bench, String bgmUri, String said) {
        var failure = SkillBench.MIX.fail(
                SkillBench.json("{'bgm_uri': '%s', 'loudness_targets': {}}", bgmUri), bench.context());
        assertInvalid(failure, "/bgm_uri", said);
    }

    private static void assertInvalid(SkillFailure failure, String pointer, String said) {
        assertThat(failure).isInstanceOfSatisfying(SkillFailure.InvalidInput.class, invalid -> {
            assertThat(invalid.problems())
                    .singleElement()
                    .extracting(SkillFailure.Problem::pointer)
                    .isEqualTo(pointer);
            assertThat(invalid.message()).contains(said);
        });
    }

    @Test
    void aMissingEffectIsNamed() {
        var bench = SkillBench.in(folder);
        var failure = SkillBench.MIX.fail(
                SkillBench.json(
                        "{'bgm_uri': '%s', 'loudness_targets': {}, 'sfx_files': [{'name': 'a', 'uri': '%s'}]}",
                        bench.bgm("folk", 5).get("audio_uri").asString(), NOWHERE),
                bench.context());
        assertInvalid(failure, "/sfx_files/0/uri", "there is no artifact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{}",
                "{'sfx_files': [{'name': '../../up', 'uri': 'x'}]}",
                "{'sfx_files': [{'name': 'a'}]}",
                "{'sfx_files': [null]}"
            })
    void whatIsNoManifestIsRefused(String content) {
        var bench = SkillBench.in(folder);
        var uri = bench.upload("manifest.json", content.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        var failure = SkillBench.MIX.fail(
                SkillBench.json("{'bgm_uri': '%s', 'loudness_targets': {}, 'sfx_manifest': '%s'}", NOWHERE, uri),
                bench.context());
        assertInvalid(failure, "/sfx_manifest", "not a manifest of effects");
    }

    @Test
    void twoEffectsOfOneNameAreRefused() {
        var failure = SkillBench.SFX.fail(
                SkillBench.json("{'sfx_list': [{'name': 'a', 'intent': 'click', 'variations': 2},"
                        + " {'name': 'a_2', 'intent': 'tick'}]}"),
                SkillBench.in(folder).context());
        assertInvalid(failure, "/sfx_list/1/name", "two effects named a_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'style': {'genre': 'polka'}, 'duration_sec': 30}",
                "{'style': {'genre': 'pop', 'mood': 'grumpy'}, 'duration_sec': 30}",
                "{'style': {'genre': 'pop', 'instruments': ['kick']}, 'duration_sec': 30}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 4}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 301}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 30, 'bpm': 59}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 30, 'bpm': '120'}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 30, 'loops': true}",
                "{'style': {'genre': 'pop'}, 'duration_sec': 30, 'specs': {'format': 'mp3'}}",
                "{'duration_sec': 30}"
            })
    void theSchemaRefusesWhatNoTrackCanBe(String input) {
        assertThat(SkillBench.BGM.refusals(SkillBench.json(input.replace("%", "%%"))))
                .isNotEmpty();
    }

    @Test
    void tenThousandEffectsAreRefused() {
        assertThat(SkillBench.SFX.refusals(effects(64))).isEmpty();
        assertThat(SkillBench.SFX.refusals(effects(10_000))).isNotEmpty();
    }

    private static JsonNode effects(int count) {
        var list = IntStream.range(0, count)
                .mapToObj("{'name': 'e%d', 'intent': 'click'}"::formatted)
                .collect(Collectors.joining(","));
        return SkillBench.json("{'sfx_list': [%s]}", list);
    }

    @Test
    void theSchemaTakesWhatAPlanSays() {
        assertThat(SkillBench.BGM.refusals(SkillBench.json(
                        "{'style': {'genre': 'mysterious', 'mood': 'dark', 'instruments': ['harp'], 'energy_level': 1},"
                                + " 'bpm': 104, 'duration_sec': 30, 'loopable': true, 'seed': 7}")))
                .isEmpty();
        assertThat(SkillBench.MIX.refusals(SkillBench.json(
                        "{'bgm_uri': '%s', 'sfx_manifest': '%<s', 'volume_boost': 2,"
                                + " 'loudness_targets': {'bgm_lufs': -14, 'sfx_lufs': -12, 'true_peak_dbfs': -1}}",
                        NOWHERE)))
                .isEmpty();
    }

    private static List<String> names(JsonNode files) {
        return files.valueStream().map(file -> file.get("name").asString()).toList();
    }

    private static List<String> entries(Path zip) throws Exception {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(Object::toString).toList();
        }
    }
}
