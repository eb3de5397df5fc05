package dev.runengine.core.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog of skills by name; only their schemas matter. */
public final class TestSkills implements SkillLookup {
    /** Takes and gives anything. */
    public static final String ANYTHING = "anything";

    private final Map<String, SkillDescriptor> skills = new HashMap<>();

    public TestSkills() {
        with(ANYTHING, "{}", "{}");
    }

    public TestSkills with(String name, String inputSchema, String outputSchema) {
        skills.put(
                name,
                new SkillDescriptor(
                        name,
                        "1",
                        "test@1",
                        name,
                        "",
                        List.of(),
                        json(inputSchema),
                        json(outputSchema),
                        List.of(),
                        Duration.ofSeconds(1)));
        return this;
    }

    @Override
    public Optional<SkillDescriptor> find(String idOrAlias) {
        return Optional.ofNullable(skills.get(idOrAlias));
    }

    public static JObject json(String text) {
        return (JObject) JsonReader.parse(text);
    }
}
