package dev.runengine.skills.schema;

import static dev.runengine.skills.JsonText.json;
import static dev.runengine.skills.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {
    private final JsonSchemas schemas = new JsonSchemas();

    private List<Problem> check(String schema, String value) {
        return schemas.check(object(schema), json(value));
    }

    @Test
    void aValueThatFitsHasNoProblems() {
        assertThat(check("{'type': 'object', 'properties': {'bpm': {'type': 'integer'}}}", "{'bpm': 120}"))
                .isEmpty();
    }

    @Test
    void aMissingMemberIsNamedAtItsParent() {
        assertThat(check("{'properties': {'a/b': {'required': ['c']}}}", "{'a/b': {}}"))
                .containsExactly(new Problem("/a~1b", "the member \"c\" is missing"));
    }

    @Test
    void anUnknownMemberIsPointedAtAndNamed() {
        assertThat(check("{'properties': {'theme': {}}, 'additionalProperties': false}", "{'th~me': 1}"))
                .containsExactly(new Problem(
                        "/th~0me", "there is no member \"th~me\" in the schema; remove it or check its spelling"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type': 'string'}                 | 5        | must be string, not integer
                    {'type': ['string', 'null']}       | 5        | must be string or null, not integer
                    {'enum': ['easy', 'hard', 1]}      | 'x'      | must be one of "easy", "hard", 1
                    {'const': 'win'}                   | 'lose'   | must be "win"
                    {'minimum': 60}                    | 59       | must be at least 60
                    {'maximum': 200}                   | 201      | must be at most 200
                    {'exclusiveMinimum': 0}            | 0        | must be more than 0
                    {'exclusiveMaximum': 1}            | 1        | must be less than 1
                    {'pattern': '^#[0-9a-f]{6}$'}      | 'red'    | must match the pattern ^#[0-9a-f]{6}$
                    {'format': 'date'}                 | 'today'  | is not a valid date
                    {'minItems': 2}                    | [1]      | must have at least 2 items but found 1
                    """)
    void everyMessageSaysWhatWouldHaveBeenRight(String schema, String value, String detail) {
        assertThat(check(schema, value)).containsExactly(new Problem("", detail));
    }

    @Test
    void problemsOfAlternativesSayWhichAlternativeTheyBelongTo() {
        assertThat(check("{'anyOf': [{'type': 'object', 'required': ['uri']}, {'type': 'string'}]}", "{}"))
                .containsExactly(
                        new Problem("", "the member \"uri\" is missing (in alternative 1)"),
                        new Problem("", "must be string, not object (in alternative 2)"));
    }

    @Test
    void aWholeNumberWrittenWithAFractionIsAnInteger() {
        assertThat(check("{'type': 'integer'}", "5.0")).isEmpty();
    }

    @Test
    void aNumberBeyondAnyLongIsComparedWithTheBoundsAllTheSame() {
        var schema = "{'type': 'integer', 'minimum': 0, 'maximum': 9007199254740991}";
        assertThat(check(schema, "1e300")).extracting(Problem::pointer).containsExactly("");
        assertThat(check(schema, "-1e300")).extracting(Problem::pointer).containsExactly("");
        assertThat(check("{'type': 'integer', 'minimum': 0}", "1e300")).isEmpty();
    }

    @Test
    void aReferenceIntoTheSameSchemaIsFollowedAndMayRecur() {
        var tree =
                "{'$ref': '#/$defs/node', '$defs': {'node': {'type': 'object', 'properties': {'child': {'$ref': '#/$defs/node'}}}}}";
        assertThat(check(tree, "{'child': {'child': {}}}")).isEmpty();
        assertThat(check(tree, "{'child': {'child': 1}}"))
                .containsExactly(new Problem("/child/child", "must be object, not integer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/other.json",
                "file:///etc/hostname",
                "classpath:draft/2020-12/schema",
                "resource:draft/2020-12/schema",
                "other.json"
            })
    void aReferenceOutOfTheSchemaIsRefusedWhenTheSchemaIsChecked(String address) {
        var schema = Json.object("properties", Json.object("a", Json.object("$ref", Json.of(address))));
        assertThat(schemas.checkSchema(schema))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("inside the same schema", address));
    }

    @Test
    void aReferenceThatLeadsNowhereIsFoundWhenTheSchemaIsChecked() {
        assertThat(schemas.checkSchema(object("{'properties': {'a': {'items': {'$ref': '#/$defs/gone'}}}}")))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("leads nowhere", "/$defs/gone"));
    }

    @Test
    void twoSchemasWithTheSameIdDoNotMeet() {
        assertThat(check("{'$id': 'https://example.com/s', 'type': 'string'}", "'x'"))
                .isEmpty();
        assertThat(check("{'$id': 'https://example.com/s', 'type': 'number'}", "'x'"))
                .hasSize(1);
        assertThat(schemas.checkSchema(object("{'$ref': 'https://example.com/s'}")))
                .hasSize(1);
    }

    @Test
    void aBadSchemaIsExplainedWithPointersIntoIt() {
        assertThat(schemas.checkSchema(object("{'properties': 3, 'minLength': -1, 'pattern': '('}")))
                .containsExactlyInAnyOrder(
                        new Problem("/properties", "must be object, not integer"),
                        new Problem("/minLength", "must be at least 0"),
                        new Problem("/pattern", "is not a valid regex"));
    }

    @Test
    void checkingAgainstABadSchemaIsAnErrorThatSaysWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("{'type': 'strin'}", "5"))
                .withMessageContainingAll("2020-12", "/type", "must be one of", "\"string\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://json-schema.org/draft-07/schema#", "https://example.com/meta"})
    void aSchemaOfAnotherDialectIsRefused(String dialect) {
        assertThat(schemas.checkSchema(Json.object("$schema", Json.of(dialect))))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("2020-12", dialect));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'$ref': '#'}", "{'$ref': '#/$defs/a', '$defs': {'a': {'$ref': '#/$defs/a'}}}"})
    void aSchemaThatRefersToItselfWithoutEndGivesAProblemAndNotACrash(String schema) {
        assertThat(check(schema, "5"))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("refers to itself without end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*a*a*a*a*b", "^(a+)+\\1b$"})
    @Timeout(10)
    void aPatternThatBacktracksWithoutEndIsGivenUp(String pattern) {
        var hostile = Json.of("a".repeat(1_000));
        var schema = Json.object("pattern", Json.of(pattern));
        assertThat(schemas.check(schema, hostile))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains(pattern, "too many steps"));
    }

    @Test
    void aPatternThatIsGivenUpDoesNotPassBelowANot() {
        var schema = Json.object("not", Json.object("pattern", Json.of("^(a|b)*$")));
        assertThat(schemas.check(schema, Json.of("ab".repeat(50_000) + "c")))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("too many steps"));
    }

    @Test
    void aDollarMatchesOnlyAtTheVeryEnd() {
        assertThat(check("{'pattern': '^a$'}", "'a\\n'")).hasSize(1);
    }

    @Test
    void ofManyProblemsTheFirstAreListedAndTheRestCounted() {
        var numbers = new Json.JArray(Collections.nCopies(10_000, Json.of(1)));
        var problems = schemas.check(object("{'items': {'type': 'string'}}"), numbers);
        assertThat(problems).hasSize(51).startsWith(new Problem("/0", "must be string, not integer"));
        assertThat(problems.getLast()).isEqualTo(new Problem("", "and 9950 more problems"));
    }

    @Test
    void aLargeValueIsChecked() {
        var numbers = new Json.JArray(Collections.nCopies(100_000, Json.of(1)));
        assertThat(schemas.check(object("{'items': {'type': 'integer', 'minimum': 0}}"), numbers))
                .isEmpty();
    }

    @Test
    void nestingWithoutMeasureIsAProblemForValuesAndForSchemas() {
        Json deep = Json.NULL;
        for (int i = 0; i < 100_000; i++) {
            deep = Json.array(deep);
        }
        assertThat(schemas.check(object("{}"), deep))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("deeper than 64"));
        assertThat(schemas.checkSchema(Json.object("default", deep))).hasSize(1);
    }

    @Test
    void valuesAtTheDeepestAllowedNestingAreStillCheckedByARecursiveSchema() {
        var tree = object("{'anyOf': [{'type': 'array', 'items': {'$ref': '#'}}, {'type': 'null'}]}");
        Json deep = Json.NULL;
        for (int i = 0; i < 64; i++) {
            deep = Json.array(deep);
        }
        assertThat(schemas.check(tree, deep)).isEmpty();
    }

    @Test
    void aCheckOfAKnownSchemaDoesNotCompileItAgain() {
        var schema = object("{'type': 'object', 'properties': {'a': {'type': 'string'}}}");
        var value = json("{'a': 'b'}");
        schemas.check(schema, value);
        long start = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            schemas.check(schema, value);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
