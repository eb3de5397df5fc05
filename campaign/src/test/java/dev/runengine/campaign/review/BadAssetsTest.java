package dev.runengine.campaign.review;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.signal.Tones;
import dev.runengine.campaign.audio.wav.WavWriter;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.game.SampleMedia;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.video.Pictures;
import dev.runengine.campaign.webm.Animation;
import dev.runengine.campaign.webm.VideoFormat;
import dev.runengine.campaign.webm.WebmEncoder;
import dev.runengine.core.skill.SkillFailure;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every measure can fail. */
class BadAssetsTest {
    private static final Rectangle2D BUTTON = new Rectangle2D.Double(160, 960, 400, 130);

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() {
        bench = new Bench(folder);
    }

    @Test
    void aBlackPictureFails() {
        var black = new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB);
        assertFails(bench.review("image", bench.image(black)), "lightness_spread");
    }

    @Test
    void aTinyPictureFailsAndASmallOneScoresLess() {
        double full = score(bench.review("image", bench.image(Pictures.withoutButton(720, 1280))));
        double small = score(bench.review("image", bench.image(Pictures.withoutButton(360, 640))));
        assertThat(small).isLessThan(full);
        assertFails(bench.review("image", bench.image(Pictures.withoutButton(90, 160))), "short_side");
    }

    @Test
    void aLabelThatHardlyDiffersFromItsButtonFails() {
        var legible = bench.review(withButtonExpected(bench.image(button(Rgb.BLACK))))
                .path("reviews")
                .path(0);
        assertThat(legible.path("pass").booleanValue()).as("%s", legible).isTrue();
        var pale = bench.review(withButtonExpected(bench.image(button(new Rgb(0xf7a465)))));
        assertThat(pale.at("/reviews/0/pass").booleanValue()).as("%s", pale).isFalse();
        assertThat(Bench.codes(pale.at("/reviews/0"))).containsAnyOf("label_contrast", "start_button");
    }

    @Test
    void aPictureWithoutTheButtonItNeedsFailsOnlyWhereOneIsExpected() {
        var plain = bench.image(Pictures.withoutButton(720, 1280));
        assertThat(bench.review("image", plain).path("pass").booleanValue()).isTrue();
        assertFails(bench.review(withButtonExpected(plain)).at("/reviews/0"), "start_button");
    }

    @Test
    void aPictureInOtherColoursFailsTheBrandAndPassesTechnically() {
        var picture = bench.image(Pictures.withoutButton(720, 1280));
        var foreign = "{\"palette\":{\"primary\":\"#ff00aa\",\"accent\":\"#7700ff\"}}";
        var own = "{\"palette\":{\"primary\":\"#35c8c0\",\"accent\":\"#ffffff\"}}";
        assertFails(branded(picture, foreign, "brand_consistency"), "palette_distance");
        assertThat(branded(picture, own, "brand_consistency").path("pass").booleanValue())
                .isTrue();
        assertThat(branded(picture, foreign, "technical_quality").path("pass").booleanValue())
                .isTrue();
    }

    @Test
    void aBlackFilmFails() throws Exception {
        var review = bench.review("video", film((_, _) -> {}));
        assertFails(review, "picture_data");
        assertThat(Bench.codes(review)).contains("motion_data");
    }

    @Test
    void aFrozenFilmFails() throws Exception {
        var picture = Pictures.withButton(480, 640, new Rectangle2D.Double(100, 480, 280, 90));
        var noise = new Random(5);
        for (int i = 0; i < 60_000; i++) {
            picture.setRGB(noise.nextInt(480), noise.nextInt(640), noise.nextInt());
        }
        var review =
                bench.review("video", film((_, canvas) -> canvas.getGraphics().drawImage(picture, 0, 0, null)));
        assertFails(review, "motion_data");
        assertThat(Bench.codes(review)).doesNotContain("picture_data");
    }

    @Test
    void silenceFails() throws Exception {
        assertFails(bench.review("audio", wav((left, right, count) -> {}, 2)), "audible_share");
    }

    @Test
    void aClippedSoundFails() throws Exception {
        assertFails(bench.review("audio", wav(clipped(Tones.sine(440, 12)), 2)), "clipped_share");
        var clean = bench.review("audio", wav(Tones.sine(440, -12), 2));
        assertThat(clean.path("pass").booleanValue()).as("%s", clean).isTrue();
    }

    @Test
    void aWhisperScoresLessThanASound() throws Exception {
        double sound = score(bench.review("audio", wav(Tones.sine(440, -12), 2)));
        assertThat(score(bench.review("audio", wav(Tones.sine(440, -30), 2)))).isLessThan(sound);
        assertFails(bench.review("audio", wav(Tones.sine(440, -50), 2)), "loudness");
    }

    @Test
    void oneBadSoundFailsItsPack() {
        var pack = SampleMedia.audioPack("click");
        pack.put("audio/sfx/my_click.wav", java.util.Arrays.copyOf(SampleMedia.wav(), 60));
        var review = bench.review(
                "audio",
                bench.context()
                        .put(new SampleMedia(folder).zip("pack.zip", pack))
                        .uri());
        assertThat(review.path("pass").booleanValue()).isFalse();
        assertThat(review.at("/issues/0/message").stringValue()).contains("my_click.wav");
    }

    @Test
    void whatIsTooHeavyFailsWhereWeightCounts() {
        var noise = new byte[9 << 20];
        new Random(3).nextBytes(noise);
        var film = SampleMedia.clip();
        var heavy = new byte[film.length + noise.length + 12];
        System.arraycopy(film, 0, heavy, 0, film.length);
        // A Void element (0xEC) of 9 MiB behind the film.
        heavy[film.length] = (byte) 0xEC;
        heavy[film.length + 1] = 0x01;
        java.nio.ByteBuffer.wrap(heavy).putInt(film.length + 5, noise.length + 3);
        System.arraycopy(noise, 0, heavy, film.length + 12, noise.length);
        var uri = bench.file(heavy);
        assertFails(bench.review("video", uri, "performance"), "file_size");
        assertThat(Bench.codes(bench.review("video", uri, "accessibility"))).doesNotContain("file_size");
    }

    @Test
    void aBundleWithATamperedFileFails() {
        var zip = new SampleMedia(folder).zip("game.zip", SampleMedia.audioPack("click"));
        assertFails(bench.review("game_bundle", bench.context().put(zip).uri()), "entry_point_missing");
    }

    @Test
    void aManifestWhoseAssetsAreGoneFails() {
        var address = "artifact:sha256:" + "0".repeat(64);
        var manifest = "{\"assets\":[{\"uri\":\"" + address + "\"}]}";
        assertFails(bench.review("manifest", bench.file(manifest.getBytes(UTF_8))), "assets_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "video", "audio", "model_3d", "game_bundle", "manifest"})
    void whatCannotBeReadFailsItsReviewAndNotTheSkill(String type) {
        assertFails(bench.review(type, bench.file("neither this nor that".getBytes(UTF_8))), "unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "video", "audio", "model_3d"})
    void aFileCutOffInItsMiddleFailsItsReview(String type) {
        byte[] whole = switch (type) {
            case "image" -> png();
            case "video" -> SampleMedia.clip();
            case "audio" -> SampleMedia.wav();
            default -> SampleMedia.glb();
        };
        var review = bench.review(
                type, bench.file(java.util.Arrays.copyOf(whole, type.equals("audio") ? 30 : whole.length / 2)));
        assertFails(review, "unreadable");
    }

    @Test
    void oneBadArtifactFailsTheWholeAndTheOthersKeepTheirScores() {
        var input = Bench.input("image", bench.image(Pictures.withoutButton(720, 1280)), "general");
        input.withArray("artifact_refs")
                .addObject()
                .put("uri", bench.file("x".getBytes(UTF_8)))
                .put("type", "video")
                .put("name", "broken film");
        var output = bench.review(input);
        assertThat(output.path("pass").booleanValue()).isFalse();
        assertThat(output.at("/reviews/0/pass").booleanValue()).isTrue();
        assertThat(output.at("/reviews/1/name").stringValue()).isEqualTo("broken film");
        assertThat(output.path("overall_score").doubleValue())
                .isEqualTo(
                        output.at("/reviews/0/score").doubleValue() / 2, org.assertj.core.api.Assertions.within(0.1));
    }

    @Test
    void anUnknownArtifactIsInvalidInputAndNamesItsPlace() {
        var input = Bench.input("image", "artifact:sha256:" + "1".repeat(64), "general");
        assertThat(Bench.skill().fail(input, bench.context()))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.problems().getFirst().pointer())
                                .isEqualTo("/artifact_refs/0/uri"));
    }

    @Test
    void theReportIsTheSameOnEveryRun() {
        var picture = bench.image(Pictures.withButton(720, 1280, BUTTON));
        var first = bench.review(Bench.input("image", picture, "general")).path("report_uri");
        assertThat(bench.review(Bench.input("image", picture, "general")).path("report_uri"))
                .isEqualTo(first);
    }

    private JsonNode branded(String uri, String context, String rubric) {
        var input = Bench.input("image", uri, rubric);
        input.set("context", json(context));
        return bench.review(input).at("/reviews/0");
    }

    private static tools.jackson.databind.node.ObjectNode withButtonExpected(String uri) {
        var input = Bench.input("image", uri, "general");
        input.putObject("context").put("expects_button", true);
        return input;
    }

    private static BufferedImage button(Rgb label) {
        try (var canvas = Canvas.over(Pictures.withoutButton(720, 1280))) {
            var face = new RoundRectangle2D.Double(
                    BUTTON.getX(), BUTTON.getY(), BUTTON.getWidth(), BUTTON.getHeight(), 130, 130);
            canvas.fill(face, new Rgb(0xf08030));
            var inner = new Rectangle2D.Double(260, 995, 200, 60);
            canvas.fill(TextBlock.fit("START", Typeface.TITLE, inner, 1000, 1).shape(), label);
            return canvas.image();
        }
    }

    private byte[] png() {
        try {
            var file = bench.context().published(bench.image(Pictures.withoutButton(300, 400)));
            return java.nio.file.Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String wav(Signal signal, int seconds) throws Exception {
        var file = bench.next(".wav");
        WavWriter.write(signal, (long) seconds * Signal.RATE, file);
        return bench.context().put(file).uri();
    }

    private String film(Animation animation) throws Exception {
        var file = WebmEncoder.encode(folder, "film.webm", new VideoFormat(480, 640, 20, 30), animation);
        return bench.context().put(file).uri();
    }

    private static Signal clipped(Signal signal) {
        return (left, right, count) -> {
            signal.read(left, right, count);
            for (int i = 0; i < count; i++) {
                left[i] = Math.clamp(left[i], -1, 1);
                right[i] = Math.clamp(right[i], -1, 1);
            }
        };
    }

    private static void assertFails(JsonNode review, String code) {
        assertThat(review.path("pass").booleanValue()).as("%s", review).isFalse();
        assertThat(review.path("score").doubleValue()).isLessThanOrEqualTo(40);
        assertThat(Bench.codes(review)).as("%s", review).contains(code);
    }

    private static double score(JsonNode review) {
        return review.path("score").doubleValue();
    }
}
