package dev.runengine.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.json.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputHasherTest {

    @Test
    void theHashIsSha256OfTheCanonicalBytes() {
        // printf '{}' | sha256sum
        assertThat(InputHasher.hash(Json.object()))
                .hasToString("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void oneValueHashesTheSameHoweverItIsWritten() {
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new RandomJson(seed);
            var value = random.value(4);
            var text = random.writtenSomehow(value);
            assertThat(InputHasher.hash(JsonReader.parse(text))).as(text).isEqualTo(InputHasher.hash(value));
            assertThat(JsonReader.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(JsonReader.read(text));
        }
    }

    @Test
    void differentValuesNeverHashTheSame() {
        Map<ContentHash, Json> seen = new HashMap<>();
        for (long seed = 0; seed < 20_000; seed++) {
            var value = new RandomJson(seed).value(3);
            var other = seen.putIfAbsent(InputHasher.hash(value), value);
            assertThat(other == null || other.equals(value))
                    .as(CanonicalJson.text(value))
                    .isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(5_000);
    }

    @Test
    void aNullMemberAndAnAbsentOneAreDifferentInputs() {
        assertThat(InputHasher.hash(Json.object("a", Json.NULL))).isNotEqualTo(InputHasher.hash(Json.object()));
    }
}
