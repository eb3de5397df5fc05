package dev.runengine.campaign.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillResult.Failed;
import dev.runengine.core.skill.SkillResult.Succeeded;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentStartButtonTest {
    private static final Skill SKILL = VisionSkills.all().getFirst();

    @TempDir
    Path folder;

    @Test
    void theMaskIsWhiteOnTheButtonAndBlackElsewhere() throws Exception {
        var sample = ForeignPictures.withButton(3, 540);
        var context = new LocalSkillContext(folder);

        var found = (Succeeded) SKILL.run(input(sample.image(), context), context);

        var uri = (JString) ((JObject) found.data()).get("mask_image_uri").orElseThrow();
        var mask = ImageIO.read(context.published(uri.value()).toFile());
        var button = sample.button().orElseThrow();
        assertThat(mask.getWidth()).isEqualTo(sample.image().getWidth());
        assertThat(mask.getRGB((int) button.centreX(), (int) button.centreY()) & 255)
                .isEqualTo(255);
        assertThat(mask.getRGB(1, 1) & 255).isZero();
    }

    @Test
    void theSamePictureGivesTheSameFiles() throws Exception {
        var sample = ForeignPictures.withButton(3, 400);
        var first = new LocalSkillContext(folder);
        var second = new LocalSkillContext(folder);

        assertThat(SKILL.run(input(sample.image(), first), first))
                .isEqualTo(SKILL.run(input(sample.image(), second), second));
        assertThat(first.published().stream().map(LocalSkillContext.Published::address))
                .containsExactlyElementsOf(second.published().stream()
                        .map(LocalSkillContext.Published::address)
                        .toList());
    }

    @Test
    void aBlankPictureHasNoButtonAndNoBounds() throws Exception {
        var context = new LocalSkillContext(folder);
        var blank = new BufferedImage(300, 500, BufferedImage.TYPE_INT_RGB);

        var data = (JObject) ((Succeeded) SKILL.run(input(blank, context), context)).data();

        assertThat(data.get("detected")).contains(Json.FALSE);
        assertThat(data.get("confidence")).contains(Json.of(0));
        assertThat(data.get("mask_image_uri")).isEmpty();
    }

    @Test
    void aPictureOfOnePixelHasNoButton() throws Exception {
        var context = new LocalSkillContext(folder);
        var dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

        assertThat(SKILL.run(input(dot, context), context)).isInstanceOf(Succeeded.class);
    }

    @Test
    void aFileThatIsNoPictureIsRefused() throws Exception {
        assertRefused(Files.writeString(folder.resolve("a.txt"), "hello"), "not a picture");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertRefused(Files.createFile(folder.resolve("a.png")), "empty");
    }

    @Test
    void aTruncatedPictureIsRefused() throws Exception {
        var whole = folder.resolve("whole.png");
        ImageFile.write(ForeignPictures.withButton(1, 200).image(), "png", whole);
        var bytes = Files.readAllBytes(whole);

        assertRefused(
                Files.write(folder.resolve("half.png"), java.util.Arrays.copyOf(bytes, bytes.length / 2)), "damaged");
    }

    @Test
    void aHugePictureIsRefusedByItsHeaderAlone() throws Exception {
        assertRefused(Files.write(folder.resolve("huge.png"), pngHeader(60_000, 60_000)), "40 megapixels");
    }

    @Test
    void anUnknownArtifactIsRefused() throws Exception {
        var input = Json.object("image_uri", Json.of("artifact:sha256:" + "0".repeat(64)));

        var failed = (Failed) SKILL.run(input, new LocalSkillContext(folder));

        assertThat(failed.failure()).isInstanceOf(InvalidInput.class);
    }

    private void assertRefused(Path file, String because) throws Exception {
        var context = new LocalSkillContext(folder);
        var input = Json.object("image_uri", Json.of(context.put(file).uri()));

        var failure = (InvalidInput) ((Failed) SKILL.run(input, context)).failure();

        assertThat(failure.message()).contains(because);
        assertThat(failure.problems().getFirst().pointer()).isEqualTo("/image_uri");
    }

    private static JObject input(BufferedImage image, LocalSkillContext context) throws Exception {
        var file = context.workspace().resolve("picture.png");
        ImageFile.write(image, "png", file);
        return Json.object("image_uri", Json.of(context.put(file).uri()));
    }

    /** Signature and IHDR of a PNG that promises more than anybody can hold. */
    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(8 + 25);
        header.putLong(0x89504E470D0A1A0AL).putInt(13);
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(chunk.array());
        return header.put(chunk.array()).putInt((int) crc.getValue()).array();
    }
}
