package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonReader.parse(" {\"a\": [1, -2.5e1, true, false, null, \"x\\ty\"], \"b\": {} , \"c\":[]}\r\n\t"))
                .isEqualTo(Json.object(
                        "a",
                        Json.array(Json.of(1), Json.of(-25), Json.TRUE, Json.FALSE, Json.NULL, Json.of("x\ty")),
                        "b",
                        Json.object(),
                        "c",
                        Json.array()));
    }

    @Test
    void aDuplicateNameIsRefusedAtItsSecondPlace() {
        var refused = refusal("{\"a\": {\n  \"x\": 1,\n  \"x\": 2}}");
        assertThat(refused).isEqualTo(new Refused("/a/x", 3, 3, "the object has the member \"x\" twice"));
    }

    @Test
    void namesThatDifferOnlyInHowTheyAreEscapedAreDuplicates() {
        assertThat(refusal("{\"a\": 1, \"\\u0061\": 2}").pointer()).isEqualTo("/a");
    }

    @Test
    void thePointerNamesItemsByIndexAndEscapesNames() {
        assertThat(refusal("{\"a/b~\": [0, {\"c\": tru}]}"))
                .isEqualTo(new Refused("/a~1b~0/1/c", 1, 20, "expected a value, found 't'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud800x\"", "{\"\\udfff\": 1}"})
    void loneSurrogatesAreRefused(String text) {
        assertThat(refusal(text).detail()).contains("lone surrogate");
    }

    @Test
    void surrogatesInAJavaStringAreRefusedWhenLoneOnly() {
        assertThat(refusal("[\"\uD800\"]").pointer()).isEqualTo("/0");
        assertThat(JsonReader.parse("\"😀\"")).isEqualTo(Json.of("😀"));
        assertThat(JsonReader.parse("\"\\ud83d\\ude00\"")).isEqualTo(Json.of("😀"));
    }

    @Test
    void theNullCharacterIsRefusedHoweverItIsWritten() {
        assertThat(refusal("[\"a\\u0000b\"]")).isEqualTo(new Refused("/0", 1, 2, "a string cannot hold U+0000"));
        assertThat(refusal("\"\u0000\"").detail()).contains("control character U+0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "-9007199254740993",
                "123456789012345678",
                "18446744073709551615",
                "1000000000000000000000001"
            })
    void integersThatNoDoubleHoldsAreRefused(String text) {
        assertThat(refusal("{\"id\": " + text + "}").pointer()).isEqualTo("/id");
        assertThat(refusal(text).detail()).contains("no double holds the integer " + text + " exactly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "9007199254740994", "100000000000000000000", "295147905179352830000"})
    void integersBeyondThatAreExactOrCanonicalAreRead(String text) {
        assertThat(CanonicalJson.text(JsonReader.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "[1e999999999]"})
    void numbersBeyondTheLargestDoubleAreRefused(String text) {
        assertThat(refusal(text).detail()).contains("beyond the largest double");
    }

    @Test
    void aNumberTooLongToShowIsRefusedShortened() {
        assertThat(refusal("9".repeat(100_000)).detail().length()).isLessThan(120);
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(JsonReader.parse("-0")).isEqualTo(Json.of(0));
        assertThat(JsonReader.parse("-0.0e5")).isEqualTo(Json.of(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "tru",
                "True",
                "nul",
                "NaN",
                "Infinity",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "-",
                "0x1",
                "1_000",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u１２３４\"",
                "\"a\nb\"",
                "// c\n1",
                "/**/1",
                "1 2",
                "{} []",
                "[]]",
                "\u00a01",
                "\uFEFF1",
                "\uFFFF",
                "[\uFFFF"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Refused.class);
        assertThat(JsonReader.read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class);
    }

    @Test
    void trailingTextIsRefusedWithItsPlace() {
        assertThat(refusal("{}\n\n  x"))
                .isEqualTo(new Refused("", 3, 3, "expected nothing after the value, found 'x'"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        var bytes = "{\"é\":\n \"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xC3;
        assertThat(JsonReader.read(bytes)).isEqualTo(new Refused("", 2, 3, "byte 10 of the text is not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f4908080", "e282", "80"})
    void overlongSurrogateAndCutSequencesAreNotUtf8(String hex) {
        assertThat(JsonReader.read(HexFormat.of().parseHex("22" + hex + "22")))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.detail()).isEqualTo("byte 2 of the text is not UTF-8"));
    }

    @Test
    void aReplacementCharacterThatWasWrittenIsText() {
        assertThat(JsonReader.read("\"\uFFFD\"".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Parsed(Json.of("\uFFFD")));
    }

    @Test
    void theDepthLimitCountsArraysAndObjects() {
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(Parsed.class);
        var refused = refusal("[".repeat(65) + "]".repeat(65));
        assertThat(refused.detail()).contains("more than 64 deep");
        assertThat(refused.pointer()).isEqualTo("/0".repeat(64));
        assertThat(JsonReader.read("{\"a\":[1]}", new JsonLimits(1, 100)))
                .isEqualTo(new Refused("/a", 1, 6, "arrays and objects are more than 1 deep"));
        assertThat(JsonReader.read("[".repeat(256) + "]".repeat(256), new JsonLimits(256, 10_000)))
                .isInstanceOf(Parsed.class);
    }

    @Test
    void aTextThatIsTooLongIsNotLookedAt() {
        var limits = new JsonLimits(10, 4);
        assertThat(JsonReader.read("12345", limits))
                .isEqualTo(new Refused("", 1, 1, "the text has 5 characters, at most 4 are read"));
        assertThat(JsonReader.read("12345".getBytes(StandardCharsets.UTF_8), limits))
                .isInstanceOf(Refused.class);
        assertThat(JsonReader.read("1234", limits)).isEqualTo(new Parsed(Json.of(1234)));
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new JsonLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonLimits(257, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonLimits(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trustedTextThatIsRefusedIsAnExceptionWithTheWholeStory() {
        assertThatThrownBy(() -> JsonReader.parse("{\"a\": }"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1, column 7 (at /a): expected a value, found '}'");
    }

    @Test
    void everyPrefixAndEveryBrokenByteOfADocumentIsReadOrRefusedAndNeverThrows() {
        var whole = "{\"a\":[1.5e3,\"x\\u00e9\\n😀\",{\"b\":null}],\"c\":true}".getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        var outcomes = new ArrayList<JsonRead>();
        for (int i = 0; i < 20_000; i++) {
            var bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            outcomes.add(JsonReader.read(Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length))));
        }
        assertThat(outcomes).hasSize(20_000).hasAtLeastOneElementOfType(Parsed.class);
    }

    private static Refused refusal(String text) {
        return (Refused) JsonReader.read(text);
    }
}
