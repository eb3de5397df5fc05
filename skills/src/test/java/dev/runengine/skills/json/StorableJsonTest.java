package dev.runengine.skills.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillFailure.Problem;
import org.junit.jupiter.api.Test;

class StorableJsonTest {
    @Test
    void ordinaryTextIsStorableWithCharactersOfAnyPlane() {
        assertThat(StorableJson.problems(
                        Json.object("titre", Json.array(Json.of("été 🎰\n"), Json.NULL, Json.of(1.5)))))
                .isEmpty();
    }

    @Test
    void theCharacterZeroIsFoundWhereItStands() {
        assertThat(StorableJson.problems(Json.object("a/b", Json.array(Json.NULL, Json.of("x\0")))))
                .containsExactly(new Problem("/a~1b/1", "the text contains U+0000, which cannot be stored"));
    }

    @Test
    void halfASurrogatePairIsFoundAlsoInAMembersName() {
        assertThat(StorableJson.problems(Json.object("a", Json.object("\uD83C", Json.of("\uDFB0\uD83C")))))
                .extracting(Problem::pointer)
                .containsExactly("/a", "/a/\uD83C");
    }

    @Test
    void nestingIsStorableDownToTheLimitAndNoFurther() {
        Json deep = Json.NULL;
        for (int i = 0; i < StorableJson.MAX_DEPTH; i++) {
            deep = Json.object("a", deep);
        }
        assertThat(StorableJson.problems(deep)).isEmpty();
        assertThat(StorableJson.problems(Json.array(deep))).hasSize(1);
    }
}
