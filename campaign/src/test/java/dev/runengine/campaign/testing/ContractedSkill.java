package dev.runengine.campaign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.json.JacksonJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A skill run as the engine runs it: input checked against its schema before, output after. */
public final class ContractedSkill {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Skill skill;
    private final Schema input;
    private final Schema output;

    private ContractedSkill(Skill skill) {
        this.skill = skill;
        this.input = compiled(skill.descriptor().inputSchema());
        this.output = compiled(skill.descriptor().outputSchema());
    }

    public static ContractedSkill of(List<Skill> skills, String id) {
        return new ContractedSkill(skills.stream()
                .filter(skill -> skill.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    public static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** What is wrong with an input, in the words of the validator; empty when it is accepted. */
    public List<String> refusals(JsonNode value) {
        return problems(input, value);
    }

    public JsonNode succeed(JsonNode value, LocalSkillContext context) {
        assertThat(refusals(value)).as("input of %s", skill.descriptor().id()).isEmpty();
        var result = run(value, context);
        if (!(result instanceof SkillResult.Succeeded(Json data, var _))) {
            throw new AssertionError("failed: " + result);
        }
        var node = JacksonJson.toNode(data);
        assertThat(problems(output, node)).as("output %s", node).isEmpty();
        return node;
    }

    public SkillFailure fail(JsonNode value, LocalSkillContext context) {
        var result = run(value, context);
        if (!(result instanceof SkillResult.Failed(var failure))) {
            throw new AssertionError("succeeded: " + result);
        }
        return failure;
    }

    private SkillResult run(JsonNode value, LocalSkillContext context) {
        try {
            return skill.run(JacksonJson.fromNode(value), context);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema compiled(JObject schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JacksonJson.toNode(schema));
    }

    private static List<String> problems(Schema schema, JsonNode value) {
        return schema.validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
