package dev.runengine.campaign.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.campaign.webm.VideoProbe;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.json.JacksonJson;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class VideoSkillsTest {
    private static final String SMALL = "'specs': {'width': 180, 'height': 320, 'fps': 12, 'duration_sec': 1.5}";
    private static final String OUTCOME =
            "'theme': {'palette': {'primary': '#2e9e4f'}, 'motifs': ['gift', 'unheard of']}, " + SMALL;

    @TempDir
    Path folder;

    private LocalSkillContext context;

    @BeforeEach
    void freshContext() {
        context = new LocalSkillContext(folder);
    }

    @Test
    void anIntroIsALoopWhoseEndMeetsItsStart() throws Exception {
        var data = succeeded("generate_intro_video_loop", "{'image_uri': '%s', %s}".formatted(picture(), SMALL));
        var video = VideoProbe.of(context.published(text(data, "video_uri")));
        assertThat(video.codec()).isEqualTo("vp9");
        assertThat(video.width()).isEqualTo(180);
        assertThat(video.height()).isEqualTo(320);
        assertThat(video.frames()).isEqualTo(18);
        assertThat(video.step()).isGreaterThan(1);
        assertThat(video.seam()).isLessThan(video.step() * 1.5);
        assertThat(data.members()).containsEntry("is_loopable", new Json.JBool(true));
    }

    @Test
    void theOutputSaysWhatTheFileIs() throws Exception {
        var data = succeeded("generate_outcome_video_win", "{'win_text': 'Hurra!', %s}".formatted(OUTCOME));
        var file = context.published(text(data, "video_uri"));
        var video = VideoProbe.of(file);
        assertThat(text(data, "outcome_type")).isEqualTo("win");
        assertThat(text(data, "codec")).isEqualTo(video.codec());
        assertThat(number(data, "width")).isEqualTo(video.width());
        assertThat(number(data, "height")).isEqualTo(video.height());
        assertThat(number(data, "fps")).isEqualTo(video.fps());
        assertThat(number(data, "duration_sec")).isEqualTo(1.5);
        assertThat(video.seconds()).isEqualTo(1.5);
        assertThat(number(data, "file_size_bytes")).isEqualTo(Files.size(file));
        assertThat(context.published().getFirst().mediaType()).isEqualTo("video/webm");
    }

    @Test
    void theSameInputGivesTheSameVideosEvenSideBySide() throws Exception {
        var intro = "{'image_uri': '%s', 'motion_prompt': 'snow', %s}".formatted(picture(), SMALL);
        var outcome = "{" + OUTCOME + "}";
        var first = List.of(
                text(succeeded("generate_intro_video_loop", intro), "video_uri"),
                text(succeeded("generate_outcome_video_win", outcome), "video_uri"),
                text(succeeded("generate_outcome_video_lose", outcome), "video_uri"));
        var again = List.of(
                later("generate_intro_video_loop", intro),
                later("generate_outcome_video_win", outcome),
                later("generate_outcome_video_lose", outcome));
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i).get()).isEqualTo(first.get(i));
        }
    }

    @Test
    void aFileThatIsNoPictureIsInvalidInput() throws Exception {
        var file = Files.writeString(folder.resolve("notes.txt"), "not a picture at all");
        assertThat(failure("{'image_uri': '%s'}".formatted(context.put(file).uri())))
                .isInstanceOfSatisfying(InvalidInput.class, f -> {
                    assertThat(f.problems().getFirst().pointer()).isEqualTo("/image_uri");
                    assertThat(f.message()).contains("not a picture");
                });
    }

    @Test
    void aPictureThatIsCutOffIsInvalidInput() throws Exception {
        var whole = folder.resolve("whole.png");
        ImageIO.write(Pictures.withoutButton(300, 500), "png", whole.toFile());
        var bytes = Files.readAllBytes(whole);
        var half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(failure("{'image_uri': '%s'}".formatted(context.put(half).uri())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, f -> assertThat(f.message()).contains("/image_uri"));
    }

    @Test
    void aButtonOutsideThePictureIsInvalidInput() throws Exception {
        var input = "{'image_uri': '%s', 'button': {'x': 900, 'y': 10, 'width': 50, 'height': 20}, %s}";
        assertThat(failure(input.formatted(picture(), SMALL)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        f -> assertThat(f.problems().getFirst().pointer()).isEqualTo("/button"));
    }

    @Test
    void aMissingPictureIsInvalidInput() throws Exception {
        var nowhere = "artifact:sha256:" + "0".repeat(64);
        assertThat(failure("{'image_uri': '%s'}".formatted(nowhere))).isInstanceOf(InvalidInput.class);
    }

    private String picture() throws IOException {
        var file = folder.resolve("picture.png");
        ImageIO.write(Pictures.withButton(300, 500, new Rectangle2D.Double(60, 400, 180, 48)), "png", file.toFile());
        return context.put(file).uri();
    }

    /** In a workspace of its own, at the same time as the others. */
    private CompletableFuture<String> later(String skill, String input) {
        var own = new LocalSkillContext(folder);
        own.put(folder.resolve("picture.png"));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return text(succeeded(skill, input, own), "video_uri");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private JObject succeeded(String skill, String input) throws InterruptedException {
        return succeeded(skill, input, context);
    }

    private static JObject succeeded(String skill, String input, LocalSkillContext context)
            throws InterruptedException {
        var result = skill(skill).run(json(input), context);
        assertThat(result).isInstanceOf(SkillResult.Succeeded.class);
        var data = (JObject) ((SkillResult.Succeeded) result).data();
        assertThat(DescriptorsTest.valid(skill(skill).descriptor().outputSchema(), CanonicalJson.text(data)))
                .as("output schema of %s", skill)
                .isTrue();
        return data;
    }

    private Object failure(String input) throws InterruptedException {
        var result = skill("generate_intro_video_loop").run(json(input), context);
        assertThat(result).isInstanceOf(SkillResult.Failed.class);
        return ((SkillResult.Failed) result).failure();
    }

    private static Skill skill(String id) {
        return VideoSkills.all().stream()
                .filter(skill -> skill.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Json json(String text) {
        return JacksonJson.fromNode(JsonMapper.shared().readTree(text.replace('\'', '"')));
    }

    private static String text(JObject data, String name) {
        return data.members().get(name) instanceof JString(var text) ? text : "";
    }

    private static double number(JObject data, String name) {
        return data.members().get(name) instanceof Json.JNumber(var number) ? number : Double.NaN;
    }
}
