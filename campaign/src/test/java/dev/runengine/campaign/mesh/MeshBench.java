package dev.runengine.campaign.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the skills of this package as a node would: JSON in, JSON and files out. */
final class MeshBench {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    MeshBench(Path folder) {
        this.folder = folder;
    }

    static Skill skill(String id) {
        return MeshSkills.all().stream()
                .filter(s -> s.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Json json(String text) {
        return JacksonJson.fromNode(MAPPER.readTree(text.replace('\'', '"')));
    }

    JsonNode generate(String prompt) throws InterruptedException {
        return succeeded("generate_3d_asset", wish(prompt));
    }

    static Json wish(String prompt) {
        return json("""
                {'prompt': '%s', 'style': {'theme': 'party', 'category': 'prize', 'color_palette':
                 {'primary': '#d8324f', 'secondary': '#2b59c3', 'accent': '#ffb520', 'background': '#1c1040'}}}
                """.formatted(prompt));
    }

    JsonNode optimize(String uri, String constraints) throws InterruptedException {
        return succeeded("optimize_3d_asset", order(uri, constraints));
    }

    SkillFailure refusal(byte[] file) throws InterruptedException, IOException {
        return switch (run("optimize_3d_asset", order(put(file), "{}"))) {
            case SkillResult.Failed(var failure) -> failure;
            case SkillResult.Succeeded succeeded -> throw new AssertionError("accepted: " + succeeded);
        };
    }

    static JObject order(String uri, String constraints) {
        return Json.object("model_uri", Json.of(uri), "constraints", json(constraints));
    }

    /** What the skill's own schemas say against a value. */
    static List<String> problems(JObject schema, Json value) {
        return SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(JacksonJson.toNode(schema))
                .validate(JacksonJson.toNode(value))
                .stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode succeeded(String skill, Json input) throws InterruptedException {
        return switch (run(skill, input)) {
            case SkillResult.Succeeded succeeded -> {
                var schema = skill(skill).descriptor().outputSchema();
                assertThat(problems(schema, succeeded.data())).isEmpty();
                yield JacksonJson.toNode(succeeded.data());
            }
            case SkillResult.Failed(var failure) -> throw new AssertionError(failure.message());
        };
    }

    /** Every run has a workspace of its own, and knows the files of those before it. */
    SkillResult run(String skill, Json input) throws InterruptedException {
        var context = new LocalSkillContext(folder);
        files.values().forEach(context::put);
        var result = skill(skill).run(input, context);
        context.published().forEach(p -> files.put(p.address().uri(), p.file()));
        return result;
    }

    String put(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "upload", ".glb");
        Files.write(file, bytes);
        var uri = new ArtifactAddress(ContentHash.of(bytes)).uri();
        files.put(uri, file);
        return uri;
    }

    byte[] file(String uri) throws IOException {
        return Files.readAllBytes(files.get(uri));
    }
}
