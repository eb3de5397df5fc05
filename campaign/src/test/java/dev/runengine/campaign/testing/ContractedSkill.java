package dev.runengine.campaign.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
public record ContractedSkill(Skill skill) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
    public List<String> refusals(JsonNode input) {
        return problems(skill.descriptor().inputSchema(), input);
    }

    public JsonNode succeed(JsonNode input, LocalSkillContext context) {
        assertThat(refusals(input)).as("input of %s", skill.descriptor().id()).isEmpty();
        var result = run(input, context);
        if (!(result instanceof SkillResult.Succeeded(Json data, var _))) {
            throw new AssertionError("failed: " + result);
        }
        var output = JacksonJson.toNode(data);
        assertThat(problems(skill.descriptor().outputSchema(), output))
                .as("output %s", output)
                .isEmpty();
        return output;
    }

    public SkillFailure fail(JsonNode input, LocalSkillContext context) {
        var result = run(input, context);
        if (!(result instanceof SkillResult.Failed(var failure))) {
            throw new AssertionError("succeeded: " + result);
        }
        return failure;
    }

    private SkillResult run(JsonNode input, LocalSkillContext context) {
        try {
            return skill.run(JacksonJson.fromNode(input), context);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> problems(JObject schema, JsonNode value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JacksonJson.toNode(schema))
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
