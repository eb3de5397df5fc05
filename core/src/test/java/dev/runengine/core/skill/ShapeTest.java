package dev.runengine.core.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.Shape.Place.Absent;
import dev.runengine.core.skill.Shape.Place.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    private static final Shape PLAN = shape("""
            {"type": "object", "required": ["copy"],
             "properties": {
               "copy": {"type": "object", "properties": {"cta_text": {"type": "string"}, "headline": {"type": "string"}}},
               "video_prompts": {"type": "array", "items": {"$ref": "#/$defs/prompt"}},
               "pair": {"type": "array", "prefixItems": [{"type": "number"}, {"$ref": "#/$defs/prompt"}], "items": false},
               "anything": {},
               "labels": {"type": "object", "additionalProperties": {"type": "string"}},
               "open": {"type": "object", "properties": {"known": {"type": "string"}}, "additionalProperties": true},
               "patterned": {"type": "object", "patternProperties": {"^x": {"type": "string"}}},
               "nullable": {"type": ["object", "null"], "properties": {"inside": {"type": "integer"}}},
               "tree": {"$ref": "#/$defs/tree"}
             },
             "$defs": {
               "prompt": {"type": "object", "properties": {"prompt": {"type": "string"}}},
               "tree": {"type": "object", "properties": {"value": {"type": "number"}, "left": {"$ref": "#/$defs/tree"}}}
             }}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "copy.cta_text",
                "video_prompts[7].prompt",
                "pair[0]",
                "pair[1].prompt",
                "anything.a[0].b",
                "labels.x",
                "open.unknown.x",
                "patterned.xy",
                "nullable.inside",
                "tree.left.value"
            })
    void aPathThatTheSchemaAllowsIsFound(String path) {
        assertThat(PLAN.at(JsonPath.parse(path))).isInstanceOf(Found.class);
    }

    @Test
    void aPropertyThatIsNotDeclaredIsAbsentWithWhatThereIs() {
        assertAbsent(
                PLAN,
                "copy.cta_txt",
                "copy",
                "has no \"cta_txt\": it has cta_text, headline; did you mean \"cta_text\"?");
        assertAbsent(PLAN, "nullable.outside", "nullable", "has no \"outside\": it has inside");
    }

    @Test
    void aPathThroughAnotherKindOfValueIsAbsent() {
        assertAbsent(PLAN, "copy.cta_text.x", "copy.cta_text", "is a string and has nothing inside");
        assertAbsent(PLAN, "copy[0]", "copy", "is an object, not an array");
        assertAbsent(
                PLAN, "video_prompts.prompt", "video_prompts", "is an array; an item of it is [0], not \"prompt\"");
        assertAbsent(PLAN, "labels.x.y", "labels.x", "is a string and has nothing inside");
        assertAbsent(PLAN, "pair[2]", "pair", "has 2 items");
    }

    @Test
    void anObjectThatDeclaresNothingIsOpenAndAClosedOneIsNot() {
        assertThat(shape("{\"type\":\"object\"}").at(JsonPath.parse("a.b"))).isInstanceOf(Found.class);
        assertAbsent(
                shape("{\"type\":\"object\",\"additionalProperties\":false}"),
                "a",
                "",
                "has no \"a\": it has no properties");
    }

    @Test
    void allOfAddsUp() {
        var both = shape("""
                {"allOf": [{"$ref": "#/$defs/a"}, {"properties": {"b": {"type": "string"}}, "required": ["b"]}],
                 "$defs": {"a": {"type": "object", "properties": {"a": {"type": "object", "properties": {"x": {}}}}}}}
                """);
        assertThat(both.at(JsonPath.parse("a.x"))).isInstanceOf(Found.class);
        assertThat(both.at(JsonPath.parse("b"))).isInstanceOf(Found.class);
        assertAbsent(both, "c", "", "has no \"c\": it has a, b");
        assertThat(both.requires("b")).isTrue();
        assertThat(both.requires("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyOf", "oneOf"})
    void aPathInOneAlternativeIsFoundAndInNoneIsAbsent(String word) {
        var either = shape("{\"" + word + "\": [{\"properties\":{\"a\":{}},\"required\":[\"a\",\"k\"]},"
                + "{\"properties\":{\"b\":{\"type\":\"object\",\"properties\":{\"c\":{}}}},\"required\":[\"k\"]}]}");
        assertThat(either.at(JsonPath.parse("a"))).isInstanceOf(Found.class);
        assertThat(either.at(JsonPath.parse("b.c"))).isInstanceOf(Found.class);
        assertAbsent(either, "b.d", "b", "has no \"d\": it has c");
        assertThat(either.requires("k")).isTrue();
        assertThat(either.requires("a")).isFalse();
    }

    @Test
    void alternativesBesidePropertiesKeepTheProperties() {
        var either = shape("{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}},"
                + "\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}");
        assertThat(either.at(JsonPath.parse("a"))).isInstanceOf(Found.class);
        assertAbsent(either, "z", "", "has no \"z\": it has a, b");
    }

    @Test
    void branchesOfAConditionAreAllPossible() {
        var conditional = shape(
                "{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\"}},"
                        + "\"if\":{\"properties\":{\"kind\":{\"const\":\"x\"}}},"
                        + "\"then\":{\"properties\":{\"x\":{\"type\":\"string\"}}},\"else\":{\"properties\":{\"y\":{\"type\":\"string\"}}}}");
        assertThat(conditional.at(JsonPath.parse("kind"))).isInstanceOf(Found.class);
        assertThat(conditional.at(JsonPath.parse("x"))).isInstanceOf(Found.class);
        assertThat(conditional.at(JsonPath.parse("y"))).isInstanceOf(Found.class);
        assertThat(conditional.at(JsonPath.parse("z"))).isInstanceOf(Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"$ref\":\"https://example.org/other.json\"}",
                "{\"$ref\":\"#/nowhere\"}",
                "{\"$ref\":\"#/a~\"}",
                "{\"$ref\":\"#\"}",
                "{\"type\":\"unheard-of\"}",
                "{\"type\":7}",
                "{\"not\":{}}",
                "{\"allOf\":7,\"type\":\"object\",\"properties\":[]}"
            })
    void whatASchemaDoesNotSayOrCannotMeanIsOpen(String schema) {
        assertThat(shape(schema).at(JsonPath.parse("a[0].b"))).isInstanceOf(Found.class);
    }

    private static Shape shape(String schema) {
        return Shape.ofSchema((JObject) JsonReader.parse(schema));
    }

    private static void assertAbsent(Shape shape, String path, String reached, String detail) {
        assertThat(shape.at(JsonPath.parse(path))).isEqualTo(new Absent(JsonPath.parse(reached), detail));
    }
}
