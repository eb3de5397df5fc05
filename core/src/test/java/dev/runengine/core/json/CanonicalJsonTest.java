package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.Json.JObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(textBlock = """
                    0000000000000000, 0
                    8000000000000000, 0
                    0000000000000001, 5e-324
                    8000000000000001, -5e-324
                    7fefffffffffffff, 1.7976931348623157e+308
                    ffefffffffffffff, -1.7976931348623157e+308
                    4340000000000000, 9007199254740992
                    c340000000000000, -9007199254740992
                    4430000000000000, 295147905179352830000
                    44b52d02c7e14af5, 9.999999999999997e+22
                    44b52d02c7e14af6, 1e+23
                    44b52d02c7e14af7, 1.0000000000000001e+23
                    444b1ae4d6e2ef4e, 999999999999999700000
                    444b1ae4d6e2ef4f, 999999999999999900000
                    444b1ae4d6e2ef50, 1e+21
                    3eb0c6f7a0b5ed8c, 9.999999999999997e-7
                    3eb0c6f7a0b5ed8d, 0.000001
                    41b3de4355555553, 333333333.3333332
                    41b3de4355555554, 333333333.33333325
                    41b3de4355555555, 333333333.3333333
                    41b3de4355555556, 333333333.3333334
                    41b3de4355555557, 333333333.33333343
                    becbf647612f3696, -0.0000033333333333333333
                    43143ff3c1cb0959, 1424953923781206.2
                    """)
    void theNumbersOfRfc8785AppendixBAreWrittenAsItsTableSays(String bits, String text) {
        double value = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
        assertThat(CanonicalJson.text(Json.of(value))).isEqualTo(text);
        assertThat(JsonReader.parse(text)).isEqualTo(Json.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff", "7ff0000000000000", "fff0000000000000"})
    void whatIsNotANumberCannotBeBuilt(String bits) {
        double value = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
        assertThatThrownBy(() -> Json.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyDoubleReadsBackAsItself() {
        var random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(CanonicalJson.text(Json.of(value))))
                        .isEqualTo(value);
                assertThat(JsonReader.parse(CanonicalJson.text(Json.of(value)))).isEqualTo(Json.of(value));
            }
        }
    }

    /** The example of RFC 8785 §3.2.2, and its bytes in §3.2.4. */
    @Test
    void theSampleObjectOfRfc8785HasTheBytesTheRfcPrints() {
        var sample = JsonReader.parse("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """);
        assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(sample)))
                .isEqualTo("7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
                        + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d"
                        + "2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
    }

    /** RFC 8785 §3.2.3. */
    @Test
    void membersAreSortedByUtf16CodeUnits() {
        var object = (JObject) JsonReader.parse("""
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """);
        var sorted = (JObject) JsonReader.parse(CanonicalJson.text(object));
        assertThat(sorted.members().values())
                .containsExactlyElementsOf(List.of(
                        Json.of("Carriage Return"),
                        Json.of("One"),
                        Json.of("Control"),
                        Json.of("Latin Small Letter O With Diaeresis"),
                        Json.of("Euro Sign"),
                        Json.of("Emoji: Grinning Face"),
                        Json.of("Hebrew Letter Dalet With Dagesh")));
    }

    @Test
    void controlCharactersHaveTheirShortEscapeOrLowerCaseHex() {
        assertThat(CanonicalJson.text(Json.of("\b\t\n\f\r\"\\\u0001\u001f\u007f/é")))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f\u007f/é\"");
    }

    @Test
    void textOutsideAsciiIsWrittenAsUtf8() {
        assertThat(CanonicalJson.bytes(Json.of("😀"))).isEqualTo("\"😀\"".getBytes(StandardCharsets.UTF_8));
    }
}
