package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InteroperableJsonTest {

    @Test
    void aLoneSurrogateIsFoundWhereItIs() {
        var value = Json.object("a", Json.array(Json.of("ok"), Json.object("b", Json.of("x\uDC00"))));
        assertThat(InteroperableJson.firstViolation(value)).hasValueSatisfying(violation -> {
            assertThat(violation.at()).hasToString("/a/1/b");
            assertThat(violation.detail()).contains("lone surrogate U+DC00");
        });
    }

    @Test
    void theNullCharacterIsFoundInMemberNames() {
        assertThat(InteroperableJson.firstViolation(Json.object("a\u0000", Json.TRUE)))
                .hasValueSatisfying(violation -> assertThat(violation.detail()).contains("member name", "U+0000"));
    }

    @Test
    void moreDepthThanIsReadBackIsFound() {
        Json value = Json.array();
        for (int depth = 1; depth < 64; depth++) {
            value = Json.object("a", value);
        }
        assertThat(InteroperableJson.firstViolation(value)).isEmpty();
        assertThat(InteroperableJson.firstViolation(Json.array(value))).hasValueSatisfying(violation -> {
            assertThat(violation.at()).hasToString("/0" + "/a".repeat(63));
            assertThat(violation.detail()).contains("more than 64 deep");
        });
    }

    @Test
    void whatTheReaderAcceptsHasNoViolation() {
        for (long seed = 0; seed < 300; seed++) {
            var value = new RandomJson(seed).value(4);
            assertThat(InteroperableJson.firstViolation(value)).isEmpty();
        }
    }
}
