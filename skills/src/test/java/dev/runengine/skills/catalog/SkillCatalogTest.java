package dev.runengine.skills.catalog;

import static dev.runengine.skills.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.schema.JsonSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillCatalogTest {
    private record Pack(String name, List<Skill> skills, Map<String, String> aliases) implements SkillPack {}

    private record Echo(SkillDescriptor descriptor) implements Skill {
        @Override
        public SkillResult run(Json input, SkillContext context) {
            return SkillResult.succeeded(input);
        }
    }

    private static Skill skill(String id) {
        return skill(id, "{'type': 'object'}", "{'type': 'object'}");
    }

    private static Skill skill(String id, String input, String output) {
        return new Echo(new SkillDescriptor(
                id,
                "1",
                "local@1",
                id,
                id,
                List.of(),
                object(input),
                object(output),
                List.of(),
                Duration.ofSeconds(1)));
    }

    private static SkillPack pack(String name, Skill... skills) {
        return new Pack(name, List.of(skills), Map.of());
    }

    private static SkillCatalog catalog(SkillPack... packs) {
        return SkillCatalog.of(List.of(packs), new JsonSchemas());
    }

    @Test
    void aSkillIsFoundByItsIdAndByItsAliasFromAnyPack() {
        var bgm = skill("generate_bgm_track");
        var catalog = catalog(new Pack("names", List.of(), Map.of("bgm", "generate_bgm_track")), pack("audio", bgm));
        assertThat(catalog.skill("generate_bgm_track")).containsSame(bgm);
        assertThat(catalog.skill("bgm")).containsSame(bgm);
        assertThat(catalog.find("bgm")).contains(bgm.descriptor());
        assertThat(catalog.find("sfx")).isEmpty();
        assertThat(catalog.aliases()).containsExactly(Map.entry("bgm", "generate_bgm_track"));
    }

    @Test
    void descriptorsAreListedOnceAndInOrder() {
        var catalog =
                catalog(new Pack("one", List.of(skill("c"), skill("a")), Map.of("x", "a")), pack("two", skill("b")));
        assertThat(catalog.descriptors()).extracting(SkillDescriptor::id).containsExactly("a", "b", "c");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        var twice = pack("first", skill("mix"), skill("plan", "{'type': 'nothing'}", "{'$ref': '#/gone'}"));
        var again = new Pack(
                "second", List.of(skill("mix")), Map.of("plan", "mix", "lost", "unknown_skill", "chain", "lost"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog(twice, again))
                .withMessageContainingAll(
                        "the name mix is given twice, by pack first and by pack second",
                        "the name plan is given twice",
                        "alias lost of pack second names the skill unknown_skill, which no pack has",
                        "alias chain of pack second names the skill lost",
                        "input schema of skill plan, at \"/type\": must be one of",
                        "output schema of skill plan, at \"\": a $ref leads nowhere");
    }
}
