package dev.runengine.campaign.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.game.SampleGame;
import dev.runengine.campaign.game.SampleMedia;
import dev.runengine.campaign.playthrough.Patience;
import dev.runengine.campaign.playthrough.PlayThrough;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class BundleInspectionTest {
    static final List<String> TEMPLATES = SampleGame.TEMPLATES;
    private static final ContractedSkill VALIDATE = ContractedSkill.of(
            ValidationSkills.with(() -> new PlayThrough(Optional.empty(), Patience.USUAL)), "validate_game_bundle");
    private static final String[] STATIC = {"structure", "manifest", "assets", "config"};

    @TempDir
    private Path folder;

    private LocalSkillContext context;

    @BeforeEach
    void prepare() {
        context = new LocalSkillContext(folder);
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void aBundleOfOurOwnHasNothingWrongWithIt(String template) {
        var output = inspect(SampleBundle.of(folder, template, 0.3).zip());
        assertThat(output.path("issues")).isEmpty();
        assertThat(output.path("pass").booleanValue()).isTrue();
        assertThat(output.at("/bundle_info/template_id").stringValue()).isEqualTo(template);
        assertThat(output.at("/summary/play/state").stringValue()).isEqualTo("not_asked");
    }

    @Test
    void aTamperedFileIsFoundByItsHash() {
        var bundle =
                sample().edit("js/random.js", text -> text.replace("next() < probability", "next() > probability"));
        assertFails(bundle, "hash_differs", "js/random.js");
    }

    @Test
    void aFileThatGrewIsFoundByItsSize() {
        assertFails(sample().edit("style.css", text -> text + " "), "size_differs", "style.css");
    }

    @Test
    void aSmuggledFileIsNotListed() {
        assertFails(sample().with("extra.js", "1".getBytes(UTF_8)), "file_not_listed", "extra.js");
    }

    @Test
    void aChangedListOfFilesNoLongerHasItsChecksum() {
        var bundle = sample().edit("manifest.json", text -> text.replace("\"style.css\"", "\"style2.css\""));
        assertFails(bundle, "manifest_checksum", "manifest.json");
    }

    @Test
    void aMissingAssetDanglesAndIsMissedByTheManifest() {
        var output = inspect(sample().without("video/win.webm").zip());
        assertThat(codes(output)).contains("file_missing", "dangling_reference");
    }

    @Test
    void aMissingScriptDanglesEvenIfTheManifestAgrees() {
        assertFails(sample().without("js/sound.js").relisted(), "dangling_reference", "index.html");
    }

    @Test
    void aPageThatLoadsFromTheNetworkFails() {
        var bundle = sample().edit(
                        "index.html",
                        text -> text.replace("</body>", "<script src=\"https://cdn.example/x.js\"></script></body>"))
                .relisted();
        assertFails(bundle, "external_url", "index.html");
    }

    @Test
    void aScriptThatFetchesFromTheNetworkFails() {
        var bundle = sample().edit("js/main.js", text -> text + "\nfetch('//tracker.example/hit');")
                .relisted();
        assertFails(bundle, "external_url", "js/main.js");
    }

    @Test
    void aConfigurationOutsideItsSchemaFailsAndNamesThePlace() {
        var bundle = sample().edit("config.js", text -> text.replace("\"turns\":6", "\"turns\":600"))
                .relisted();
        assertFails(bundle, "config_invalid", "config.js");
        assertThat(inspect(bundle.zip()).at("/issues/0/message").stringValue()).contains("/mechanics/turns");
    }

    @Test
    void aConfigurationThatIsNoJsonFails() {
        var bundle = sample().edit(
                        "config.js", text -> text.replace("window.GAME_CONFIG = {", "window.GAME_CONFIG = {,"))
                .relisted();
        assertFails(bundle, "config_unreadable", "config.js");
    }

    @Test
    void aFilmThatIsAPictureOfSomethingElseFails() {
        var bundle = sample().with("video/win.webm", SampleMedia.wav()).relisted();
        assertThat(codes(inspect(bundle.zip()))).contains("not_what_it_says", "wrong_kind", "media_type_differs");
    }

    @Test
    void withoutItsPageAGameDoesNotStart() {
        assertFails(sample().without("index.html").relisted(), "entry_point_missing", "index.html");
    }

    @Test
    void theSizeBudgetDependsOnThePlatform() {
        var heavy = new byte[11 << 20];
        new java.util.Random(7).nextBytes(heavy);
        var zip = sample().with("ballast.bin", heavy).relisted().zip();
        assertThat(codes(inspect(zip))).containsExactly("over_size_budget");
        var input = input(zip, STATIC);
        input.putArray("target_platforms").add("desktop");
        assertThat(VALIDATE.succeed(input, context).path("pass").booleanValue()).isTrue();
    }

    @Test
    void warningsFailOnlyInStrictMode() {
        var zip = sample().with("empty.txt", new byte[0]).relisted().zip();
        var lenient = inspect(zip);
        assertThat(codes(lenient)).containsExactly("file_empty");
        assertThat(lenient.path("pass").booleanValue()).isTrue();
        var strict = input(zip, STATIC).put("strict_mode", true);
        assertThat(VALIDATE.succeed(strict, context).path("pass").booleanValue())
                .isFalse();
    }

    @Test
    void withoutABrowserTheGameWasNotPlayedAndThatIsNeverAPlainPass() {
        var zip = sample().zip();
        var output = VALIDATE.succeed(input(zip, "play"), context);
        assertThat(output.at("/summary/play/state").stringValue()).isEqualTo("could_not");
        assertThat(output.at("/summary/play/reason").stringValue()).contains("no Chromium");
        assertThat(output.at("/summary/checks/play").stringValue()).isEqualTo("could_not");
        assertThat(output.at("/summary/warnings").intValue()).isEqualTo(1);
        assertThat(output.at("/summary/text").stringValue()).contains("NOT be played");
        assertThat(codes(output)).containsExactly("could_not_play");
        var strict = VALIDATE.succeed(input(zip, "play").put("strict_mode", true), context);
        assertThat(strict.path("pass").booleanValue()).isFalse();
        assertThat(strict.at("/issues/0/severity").stringValue()).isEqualTo("error");
    }

    @Test
    void entriesThatLeadOutOfTheBundleAreRefusedAndNeverWritten() {
        var zip = new SampleMedia(folder)
                .zip("slip.zip", Map.of("../../evil.txt", new byte[] {1}, "/abs.txt", new byte[] {1}));
        assertThat(codes(inspect(zip))).contains("unsafe_path", "unsafe_path");
        assertThat(folder.resolve("../../evil.txt")).doesNotExist();
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() throws Exception {
        var zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("zeros.bin"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 90; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(Files.size(zip)).isLessThan(200_000);
        assertThat(codes(inspect(zip))).contains("unpacks_too_large");
    }

    @Test
    void aTruncatedArchiveIsDamaged() throws Exception {
        var whole = Files.readAllBytes(sample().zip());
        var half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(codes(inspect(half))).containsExactly("zip_damaged");
    }

    @Test
    void anEncryptedArchiveIsNamedAsSuch() throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(sample().zip())).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.limit() - 10; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                bytes.putShort(i + 8, (short) (bytes.getShort(i + 8) | 1));
            }
        }
        assertThat(codes(inspect(Files.write(folder.resolve("locked.zip"), bytes.array()))))
                .containsExactly("zip_encrypted");
    }

    @Test
    void whatIsNoZipAtAllIsInvalidInput() throws Exception {
        var text = Files.writeString(folder.resolve("text.zip"), "hello");
        assertThat(VALIDATE.fail(input(text, STATIC), context))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.problems().getFirst().pointer())
                                .isEqualTo("/bundle_uri"));
    }

    @Test
    void theReportIsTheSameOnEveryRun() throws Exception {
        var zip = sample().without("video/win.webm").without("js/sound.js").zip();
        var one = VALIDATE.succeed(input(zip, STATIC), context).path("report_uri");
        context = new LocalSkillContext(folder);
        var two = VALIDATE.succeed(input(zip, STATIC), context).path("report_uri");
        assertThat(one).isEqualTo(two);
        assertThat(Files.readString(context.published(two.stringValue()))).doesNotContain("_ms");
    }

    private SampleBundle sample() {
        return SampleBundle.of(folder, "spin_wheel", 0.3);
    }

    private void assertFails(SampleBundle bundle, String code, String file) {
        var output = inspect(bundle.zip());
        assertThat(output.path("pass").booleanValue()).isFalse();
        assertThat(output.path("issues").valueStream()).anySatisfy(issue -> {
            assertThat(issue.path("code").stringValue()).isEqualTo(code);
            assertThat(issue.path("file").stringValue()).isEqualTo(file);
        });
    }

    private JsonNode inspect(Path zip) {
        return VALIDATE.succeed(input(zip, STATIC), context);
    }

    private ObjectNode input(Path zip, String... checks) {
        var input = JsonNodeFactory.instance
                .objectNode()
                .put("bundle_uri", context.put(zip).uri());
        var asked = input.putArray("checks");
        List.of(checks).forEach(asked::add);
        return input;
    }

    static List<String> codes(JsonNode output) {
        return output.path("issues")
                .valueStream()
                .map(issue -> issue.path("code").stringValue())
                .toList();
    }
}
