package dev.runengine.campaign.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runengine.core.json.Json;
import dev.runengine.skills.json.JacksonJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DescriptorsTest {
    private static final String IMAGE = "'image_uri': 'artifact:sha256:" + "a".repeat(64) + "'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'motion_prompt': 'calm snow', 'seed': 7",
                ", 'button': {'x': 1, 'y': 2, 'width': 30, 'height': 9.5}",
                ", 'motion_params': {'intensity': 0, 'particles': 'none'}, 'loop_config': {'seamless': true, 'cycles': 2}",
                ", 'specs': {'width': 1920, 'height': 64, 'fps': 60, 'duration_sec': 0.5, 'format': 'webm', 'codec': 'vp9'}"
            })
    void anIntroTakesWhatItCanDo(String more) {
        assertThat(accepts("generate_intro_video_loop", "{" + IMAGE + more + "}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'specs': {'width': 63}",
                ", 'specs': {'width': 101}",
                ", 'specs': {'height': 4000}",
                ", 'specs': {'fps': 0}",
                ", 'specs': {'fps': 23.5}",
                ", 'specs': {'duration_sec': 31}",
                ", 'specs': {'format': 'mp4'}",
                ", 'seed': -1",
                ", 'motion_params': {'particles': 'frogs'}",
                ", 'loop_config': {'seamless': false}",
                ", 'button': {'x': 1, 'y': 2}",
                ", 'colour': 'red'"
            })
    void anIntroRefusesWhatItCannotDo(String more) {
        assertThat(accepts("generate_intro_video_loop", "{" + IMAGE + more + "}"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'image_uri': 'https://example.org/a.png'}", "{'image_uri': 7}"})
    void anIntroNeedsAPicture(String input) {
        assertThat(accepts("generate_intro_video_loop", input)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"win", "lose"})
    void anOutcomeTakesThePlansThemeAndNothingUnknown(String kind) {
        var skill = "generate_outcome_video_" + kind;
        var theme =
                "'theme': {'name': 'Winter', 'mood': 'happy', 'motifs': ['snow'], 'palette': {'primary': '#AA00ff'}}";
        assertThat(accepts(skill, "{'%s_text': 'Hi', 'prompt': 'p', %s}".formatted(kind, theme)))
                .isTrue();
        assertThat(accepts(skill, "{'theme': {'palette': {'primary': 'red'}}}")).isFalse();
        assertThat(accepts(skill, "{'text_overlay': {'position': 'left'}}")).isFalse();
        assertThat(accepts(skill, "{'%s_text': 'Hi'}".formatted(kind.equals("win") ? "lose" : "win")))
                .isFalse();
    }

    private static boolean accepts(String skill, String input) {
        var schema = VideoSkills.all().stream()
                .map(candidate -> candidate.descriptor())
                .filter(descriptor -> descriptor.id().equals(skill))
                .findFirst()
                .orElseThrow()
                .inputSchema();
        return valid(schema, input);
    }

    static boolean valid(Json schema, String value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JacksonJson.toNode(schema))
                .validate(JsonMapper.shared().readTree(value.replace('\'', '"')))
                .isEmpty();
    }
}
