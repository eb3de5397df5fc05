package dev.runengine.campaign.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.campaign.vision.VisionSkills;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillResult.Succeeded;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the size they are made in, from skill to skill; where the button is, the painter's layout says. */
class OwnButtonTest {
    private static final Skill PAINT = PictureSkills.all().getFirst();
    private static final Skill SEGMENT = VisionSkills.all().getFirst();

    @TempDir
    Path folder;

    @Test
    void theButtonOfEveryOwnPictureIsFound() {
        assertFound(0, 50);
    }

    @Tag("long")
    @Test
    void theButtonOfManyOwnPicturesIsFound() {
        assertFound(50, 250);
    }

    @Test
    void anOwnPictureWithoutItsButtonHasNone() {
        assertNothingFound(0, 5);
    }

    @Tag("long")
    @Test
    void manyOwnPicturesWithoutTheirButtonHaveNone() {
        assertNothingFound(5, 100);
    }

    private void assertFound(int from, int to) {
        assertThat(IntStream.range(from, to).parallel().mapToObj(this::overlap).toList())
                .allSatisfy(finding ->
                        assertThat(finding.overlap()).as(finding.picture()).isGreaterThanOrEqualTo(0.9));
    }

    private void assertNothingFound(int from, int to) {
        assertThat(IntStream.range(from, to).parallel().mapToObj(this::doubt).toList())
                .allSatisfy(found ->
                        assertThat(found.get("detected")).as("%s", found).contains(Json.FALSE));
    }

    private record Finding(String picture, double overlap) {}

    private Finding overlap(int number) {
        var context = new LocalSkillContext(folder);
        var painted = data(PAINT, OwnPictures.request(number), context);
        var found =
                data(SEGMENT, Json.object("image_uri", painted.get("image_uri").orElseThrow()), context);
        remove(context.published(((JString) painted.get("image_uri").orElseThrow()).value()));
        var size = OwnPictures.size(number);
        return new Finding(
                "picture " + number + ": " + found.get("confidence").orElseThrow() + OwnPictures.request(number),
                overlap(bounds(found), Layout.of(size.width(), size.height()).button()));
    }

    private JObject doubt(int number) {
        var context = new LocalSkillContext(folder);
        var file = context.workspace().resolve("picture.png");
        try {
            ImageFile.write(OwnPictures.withoutButton(number), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data(SEGMENT, Json.object("image_uri", Json.of(context.put(file).uri())), context)
                .with("picture", Json.of(number));
    }

    private static JObject data(Skill skill, JObject input, SkillContext context) {
        try {
            return (JObject) ((Succeeded) skill.run(input, context)).data();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
