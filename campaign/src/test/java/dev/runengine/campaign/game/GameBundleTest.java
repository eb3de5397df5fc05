package dev.runengine.campaign.game;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GameBundleTest {
    static final List<String> TEMPLATES = SampleGame.TEMPLATES;

    @TempDir
    private Path folder;

    private SampleGame sample;
    private LocalSkillContext context;

    @BeforeEach
    void prepare() {
        sample = new SampleGame(folder);
        context = new LocalSkillContext(folder);
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void theSameInputGivesTheSameBytes(String template) {
        var input = sample.withMedia(sample.bundleInput(template, 0.3), context);
        var again = new LocalSkillContext(folder);
        sample.withMedia(sample.bundleInput(template, 0.3), again);
        assertThat(SampleGame.BUNDLE.succeed(input, context)).isEqualTo(SampleGame.BUNDLE.succeed(input, again));
    }

    @Test
    void anotherChanceMakesAnotherBundle() {
        var one = SampleGame.BUNDLE.succeed(sample.bundleInput("quiz", 0.3), context);
        var two = SampleGame.BUNDLE.succeed(sample.bundleInput("quiz", 0.4), new LocalSkillContext(folder));
        assertThat(one.at("/manifest/bundle_id")).isNotEqualTo(two.at("/manifest/bundle_id"));
    }

    @Test
    void entriesAreSortedTimelessAndStayInside() throws IOException {
        try (var zip = new ZipFile(bundle().toFile())) {
            var names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names).isSorted().contains("index.html", "config.js", "assets.js", "manifest.json");
            assertThat(names).noneMatch(name -> name.startsWith("/") || name.contains("..") || name.contains("\\"));
            assertThat(zip.stream().map(ZipEntry::getTimeLocal)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        }
    }

    @Test
    void mediaAreStoredAndTextIsDeflated() throws IOException {
        try (var zip = new ZipFile(bundle().toFile())) {
            for (var stored : List.of("video/win.webm", "model/prize.glb", "audio/bgm.wav")) {
                assertThat(zip.getEntry(stored).getMethod()).as(stored).isEqualTo(ZipEntry.STORED);
            }
            assertThat(zip.getEntry("js/main.js").getMethod()).isEqualTo(ZipEntry.DEFLATED);
        }
    }

    @Test
    void theManifestListsEveryFileWithItsHash() throws IOException {
        var game = sample.unpack(bundle(), "unpacked");
        var manifest = json(Files.readString(game.resolve("manifest.json")));
        for (var file : manifest.path("files")) {
            var content = Files.readAllBytes(game.resolve(file.path("path").stringValue()));
            assertThat(ContentHash.of(content).hex())
                    .isEqualTo(file.path("sha256").stringValue());
            assertThat(content.length).isEqualTo(file.path("size_bytes").intValue());
        }
        try (var files = Files.walk(game)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(manifest.path("files").size() + 1);
        }
    }

    @Test
    void everyFileThePageNamesIsInTheBundle() throws IOException {
        var game = sample.unpack(bundle(), "unpacked");
        var page = Files.readString(game.resolve("index.html"));
        var named = Pattern.compile("(?:src|href)=\"([^\":]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1));
        assertThat(named).hasSizeGreaterThan(10).allMatch(path -> Files.exists(game.resolve(path)));
    }

    @Test
    void nothingInTheBundleLeadsToTheNetwork() throws IOException {
        var game = sample.unpack(bundle(), "unpacked");
        try (var files = Files.walk(game)) {
            var own = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("vendor"))
                    .filter(file -> file.toString().matches(".*\\.(js|html|css)"));
            assertThat(own)
                    .allSatisfy(file -> assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                            .doesNotContain("http://", "https://"));
        }
    }

    @Test
    void effectsAreFoundByTheIntentsThePackStates() throws IOException {
        var game = sample.unpack(bundle(), "unpacked");
        assertThat(Files.readString(game.resolve("config.js"))).contains("\"win\":\"audio/sfx/my_win.wav\"");
    }

    @Test
    void aSingleAudioFileIsTheMusicAndNothingElseIsNeeded() throws IOException {
        var input = sample.bundleInput("slot_machine", 0.5);
        input.put(
                "audio_uri",
                context.put(new SampleMedia(folder).file("tune.bin", SampleMedia.wav()))
                        .uri());
        var output = SampleGame.BUNDLE.succeed(input, context);
        try (var zip = new ZipFile(
                context.published(output.at("/bundle_uri").stringValue()).toFile())) {
            assertThat(zip.getEntry("audio/bgm.wav")).isNotNull();
        }
    }

    @Test
    void withoutEmbeddingThereIsNoSecondCopyOfTheSound() {
        var input = sample.withMedia(sample.bundleInput("quiz", 0.5), context);
        input.putObject("optimization").put("embed_for_file_system", false);
        assertThat(paths(SampleGame.BUNDLE.succeed(input, context))).doesNotContain("assets.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.ogg",
                "/etc/passwd",
                "audio/../../x.ogg",
                "audio\\sfx\\x.ogg",
                "C:/x.ogg",
                "audio/sfx/..\u0000.ogg"
            })
    void aPackWithAnEntryThatLeadsOutIsRefused(String name) {
        refused("/audio_uri", input -> input.put("audio_uri", pack(Map.of(name, SampleMedia.wav()))));
    }

    @Test
    void aPackThatHoldsSomethingElseThanSoundIsRefused() {
        refused("/audio_uri", input -> input.put("audio_uri", pack(Map.of("audio/bgm.ogg", "<html>".getBytes(UTF_8)))));
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheDisk() {
        var zeros = new byte[33 << 20];
        System.arraycopy(SampleMedia.wav(), 0, zeros, 0, 44);
        refused("/audio_uri", input -> input.put("audio_uri", pack(Map.of("audio/bgm.wav", zeros))));
    }

    @Test
    void aTextAsAudioIsRefused() {
        refused("/audio_uri", input -> input.put("audio_uri", put("note.txt", "hello".getBytes(UTF_8))));
    }

    @Test
    void aFilmInTheSlotOfTheModelIsRefused() {
        refused(
                "/assets/0/uri",
                input -> input.putArray("assets")
                        .addObject()
                        .put("uri", put("clip", SampleMedia.clip()))
                        .put("type", "model")
                        .put("slot", "model"));
    }

    @Test
    void aSlotFilledTwiceIsRefused() {
        refused("/assets/1/slot", input -> {
            var assets = input.putArray("assets");
            for (int i = 0; i < 2; i++) {
                assets.addObject()
                        .put("uri", put("clip", SampleMedia.clip()))
                        .put("type", "video")
                        .put("slot", "win_video");
            }
        });
    }

    @Test
    void aConfigurationOfAnotherTemplateIsRefused() {
        refused("/template_id", input -> input.put("template_id", "quiz"));
    }

    @Test
    void aButtonOutsideOfThePictureIsRefused() {
        refused(
                "/button",
                input -> input.putObject("button")
                        .put("x", 1000)
                        .put("y", 0)
                        .put("width", 500)
                        .put("height", 10));
    }

    @Test
    void aMissingArtifactIsNamed() {
        var gone = "artifact:sha256:" + "0".repeat(64);
        var input = sample.bundleInput("spin_wheel", 0.5).put("audio_uri", gone);
        assertThat(SampleGame.BUNDLE.fail(input, context).message()).contains(gone);
    }

    @Test
    void rulesOfAnotherGameBreakTheContract() {
        var input = sample.bundleInput("spin_wheel", 0.5);
        ((ObjectNode) input.get("game_config"))
                .set("mechanics", sample.config("quiz", 0.5).get("mechanics"));
        assertThat(SampleGame.BUNDLE.refusals(input)).isNotEmpty();
    }

    private Path bundle() {
        var input = sample.withMedia(sample.bundleInput("memory_match", 0.5), context);
        return context.published(
                SampleGame.BUNDLE.succeed(input, context).at("/bundle_uri").stringValue());
    }

    private static List<String> paths(JsonNode output) {
        return output.at("/manifest/files")
                .valueStream()
                .map(file -> file.path("path").stringValue())
                .toList();
    }

    private String pack(Map<String, byte[]> entries) {
        return context.put(new SampleMedia(folder).zip("pack.zip", entries)).uri();
    }

    private String put(String name, byte[] content) {
        return context.put(new SampleMedia(folder).file(name, content)).uri();
    }

    private void refused(String pointer, Consumer<ObjectNode> change) {
        var input = sample.bundleInput("spin_wheel", 0.5);
        change.accept(input);
        assertThat(SampleGame.BUNDLE.fail(input, context))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.message()).startsWith(pointer + ":"));
    }
}
