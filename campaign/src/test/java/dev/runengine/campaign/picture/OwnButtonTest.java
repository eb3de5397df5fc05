package dev.runengine.campaign.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.campaign.vision.VisionSkills;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillResult.Succeeded;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnButtonTest {
    @TempDir
    Path folder;

    @Test
    void theButtonOfEveryOwnPictureIsFound() throws Exception {
        assertFound(12);
    }

    @Tag("long")
    @Test
    void theButtonOfManyOwnPicturesIsFound() throws Exception {
        assertFound(50);
    }

    @Test
    void anOwnPictureWithoutItsButtonHasNone() throws Exception {
        assertNothingFound(5);
    }

    @Tag("long")
    @Test
    void manyOwnPicturesWithoutTheirButtonHaveNone() throws Exception {
        assertNothingFound(20);
    }

    private void assertFound(int count) throws Exception {
        for (int number = 0; number < count; number++) {
            var picture = IntroPainter.paint(OwnPictures.brief(number), OwnPictures.size(number));

            var found = segmented(picture.image());

            assertThat(found.get("detected")).as("picture " + number).contains(Json.TRUE);
            assertThat(overlap(bounds(found), picture.button()))
                    .as("overlap in picture " + number)
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    private void assertNothingFound(int count) throws Exception {
        for (int number = 0; number < count; number++) {
            var found = segmented(OwnPictures.withoutButton(number * 2));

            assertThat(found.get("detected")).as("picture " + number * 2).contains(Json.FALSE);
        }
    }

    private JObject segmented(BufferedImage image) throws IOException, InterruptedException {
        var context = new LocalSkillContext(folder);
        var file = context.workspace().resolve("picture.png");
        ImageFile.write(image, "png", file);
        var input = Json.object("image_uri", Json.of(context.put(file).uri()));
        return (JObject) ((Succeeded) VisionSkills.all().getFirst().run(input, context)).data();
    }

    private static Rectangle2D bounds(JObject found) {
        var bounds = (JObject) found.get("bounds").orElseThrow();
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(JObject object, String name) {
        return ((JNumber) object.get(name).orElseThrow()).value();
    }

    private static double overlap(Rectangle2D one, Rectangle2D other) {
        var common = one.createIntersection(other);
        double area = common.isEmpty() ? 0 : common.getWidth() * common.getHeight();
        return area / (one.getWidth() * one.getHeight() + other.getWidth() * other.getHeight() - area);
    }
}
