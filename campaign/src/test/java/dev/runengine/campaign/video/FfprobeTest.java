package dev.runengine.campaign.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.campaign.testing.Tool;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What FFmpeg's own prober and decoder say of the videos; skipped where they are not installed. */
class FfprobeTest {
    private static Tool ffprobe;
    private static Tool ffmpeg;

    @TempDir
    Path folder;

    @BeforeAll
    static void ffmpegIsThere() {
        ffprobe = Tool.required("ffprobe", "ffmpeg");
        ffmpeg = Tool.required("ffmpeg", "ffmpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "generate_intro_video_loop, 2, 24",
        "generate_outcome_video_win, 2, 24",
        "generate_outcome_video_lose, 1.5, 30"
    })
    void aVideoIsWhatItsSpecsSayToTheLastFrame(String skill, double seconds, int fps) throws Exception {
        var context = new LocalSkillContext(folder);
        var input = (ObjectNode)
                ContractedSkill.json("{\"specs\": {\"width\": 270, \"height\": 480, \"fps\": %d, \"duration_sec\": %s}}"
                        .formatted(fps, seconds));
        if (skill.equals("generate_intro_video_loop")) {
            var picture = context.workspace().resolve("picture.png");
            ImageFile.write(new BufferedImage(270, 480, BufferedImage.TYPE_INT_RGB), "png", picture);
            input.put("image_uri", context.put(picture).uri());
        }
        var made = ContractedSkill.of(VideoSkills.all(), skill).succeed(input, context);
        var file = context.published(made.get("video_uri").asString()).toString();

        var report = ContractedSkill.json(
                ffprobe.run("-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", file));

        var stream = report.get("streams").get(0);
        assertThat(report.get("streams")).hasSize(1);
        assertThat(stream.get("codec_name").asString()).isEqualTo("vp9");
        assertThat(stream.get("pix_fmt").asString()).isEqualTo("yuv420p");
        assertThat(stream.get("width").asInt()).isEqualTo(270);
        assertThat(stream.get("height").asInt()).isEqualTo(480);
        assertThat(stream.get("avg_frame_rate").asString()).isEqualTo(fps + "/1");
        assertThat(stream.get("nb_read_frames").asString()).isEqualTo(Long.toString(Math.round(seconds * fps)));
        assertThat(Double.parseDouble(report.get("format").get("duration").asString()))
                .isCloseTo(seconds, within(0.002));
        assertThat(ffmpeg.run("-nostdin", "-v", "error", "-i", file, "-f", "null", "-"))
                .as("complaints while decoding")
                .isEmpty();
    }
}
