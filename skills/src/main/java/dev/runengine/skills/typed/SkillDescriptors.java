package dev.runengine.skills.typed;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads descriptors from JSON resources: {@code {id, version, implementation, title, description, tags, timeLimitSec,
 * produces, input, output}}, input and output being JSON Schemas (2020-12).
 */
public final class SkillDescriptors {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SkillDescriptors() {}

    /** @param resource a path relative to the anchor's package, such as {@code generate_bgm_track.json} */
    public static SkillDescriptor load(Class<?> anchor, String resource) {
        try (var in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no descriptor " + resource + " beside " + anchor.getName());
            }
            return parse(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SkillDescriptor parse(JsonNode node) {
        return new SkillDescriptor(
                node.required("id").asString(),
                node.required("version").asString(),
                node.required("implementation").asString(),
                node.required("title").asString(),
                node.required("description").asString(),
                texts(node.path("tags")),
                (JObject) JacksonJson.fromNode(node.required("input")),
                (JObject) JacksonJson.fromNode(node.required("output")),
                texts(node.path("produces")),
                Duration.ofSeconds(node.required("timeLimitSec").asLong()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
