package dev.runengine.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.skill.SkillVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HotKeysTest {
    private static final List<String> PARTS = List.of(
            "", "a", "b", ":", "::", "a:", ":a", "a:b", "%3A", "%", "%25", "+", " ", "*", "{a}", "é", "\n", "a%3Ab",
            "A");

    @Test
    void noTwoTenantsWorkflowsOrStepsShareAName() {
        var names = new HashSet<String>();
        for (var tenant : PARTS) {
            for (var workflow : PARTS) {
                for (var step : PARTS) {
                    names.add(HotKeys.of(key(tenant, workflow, step, "1+test@1")));
                }
            }
        }
        assertThat(names).hasSize(PARTS.size() * PARTS.size() * PARTS.size());
    }

    @Test
    void anotherInputOrSkillVersionIsAnotherName() {
        assertThat(Set.of(
                        HotKeys.of(key("acme", "song", "a", "1+test@1")),
                        HotKeys.of(key("acme", "song", "a", "1+test@2")),
                        HotKeys.of(new CacheKey(
                                "acme",
                                "song",
                                "a",
                                InputHasher.hash(Json.of("other")),
                                new SkillVersion("1+test@1")))))
                .hasSize(3);
    }

    @Test
    void aTenantsNamesAreFoundByTheirBeginning() {
        assertThat(HotKeys.of(key("acme", "song", "a", "1"))).startsWith("run-engine:1:acme:song:a:");
    }

    private static CacheKey key(String tenant, String workflow, String step, String skill) {
        return new CacheKey(tenant, workflow, step, InputHasher.hash(Json.object()), new SkillVersion(skill));
    }
}
