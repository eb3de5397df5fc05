package dev.runengine.skills.provider;

import static dev.runengine.skills.JsonText.json;
import static dev.runengine.skills.JsonText.object;
import static dev.runengine.skills.testing.FakeService.answer;
import static dev.runengine.skills.testing.FakeService.status;
import static dev.runengine.skills.testing.SkillWorld.failure;
import static dev.runengine.skills.testing.SkillWorld.finished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.testing.FakeService;
import dev.runengine.skills.testing.SkillWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ProvidersTest {
    private static final String COMPLETIONS = "POST /chat/completions";
    private static final String FITS = Json.object(
                    "choices",
                    Json.array(Json.object("message", Json.object("content", Json.of("{\"slogan\": \"Sip!\"}")))))
            .toString();

    private record Pack(String name, List<Skill> skills, Map<String, String> aliases) implements SkillPack {}

    /** Says "home made". */
    private record Local(SkillDescriptor descriptor) implements Skill {
        @Override
        public SkillResult run(Json input, SkillContext context) {
            assertThat(context.workspace()).isEmptyDirectory();
            return SkillResult.succeeded(json("{'slogan': 'home made'}"));
        }
    }

    private final FakeService service = new FakeService();

    @TempDir
    private Path folder;

    private SkillWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new SkillWorld(folder, Map.of("API_KEY", "sk-very-secret", "BAD_KEY", "two\nlines"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Skill local(String id, String... produces) {
        return new Local(new SkillDescriptor(
                id,
                "1",
                "local@1",
                "A title",
                "A description.",
                List.of("tag"),
                object(
                        "{'type': 'object', 'properties': {'brief': {'type': 'string'}}, 'additionalProperties': false}"),
                object("{'type': 'object', 'required': ['slogan'], 'properties': {'slogan': {'type': 'string'}}}"),
                List.of(produces),
                Duration.ofSeconds(20)));
    }

    private List<SkillPack> bind(String bindings) throws IOException {
        var file = Files.writeString(
                folder.resolve("providers.json"), bindings.replace('\'', '"').replace("SERVICE", service.url()));
        var pack = new Pack(
                "test", List.of(local("write_slogan"), local("paint", "image/png")), Map.of("slogan", "write_slogan"));
        return Providers.bind(file, world.secrets, List.of(pack), world.around());
    }

    private Skill bound(String binding) throws IOException {
        var packs = bind("""
                {'providers': {'acme': {'baseUrl': 'SERVICE', 'headers': {'Authorization': 'Bearer {{secret:API_KEY}}'}}},
                 'skills': {'write_slogan': {'provider': 'acme', %s}}}""".formatted(binding));
        return SkillCatalog.of(packs, world.schemas).skill("slogan").orElseThrow();
    }

    private List<String> problems(String bindings) {
        var failure = catchThrowableOfType(ProvidersException.class, () -> bind(bindings));
        return Stream.of(String.valueOf(failure.getMessage()).split("\n- "))
                .skip(1)
                .toList();
    }

    @Test
    void aBoundSkillKeepsItsContractAndNamesItsProvider() throws Exception {
        var descriptor = bound("'chat': {'model': 'small'}").descriptor();
        assertThat(descriptor.implementation()).matches("openai:small@1#[0-9a-f]{16}");
        assertThat(descriptor)
                .usingRecursiveComparison()
                .ignoringFields("implementation")
                .isEqualTo(local("write_slogan").descriptor());
    }

    @Test
    void aSkillThatIsNotBoundStaysAsItIs() throws Exception {
        var packs = bind("""
                {'providers': {'acme': {'baseUrl': 'SERVICE'}},
                 'skills': {'write_slogan': {'provider': 'acme', 'chat': {'model': 'small'}}}}""");
        assertThat(packs.getFirst().skills().get(1)).isEqualTo(local("paint", "image/png"));
    }

    @Test
    void aBoundSkillIsDoneByTheProviderWithTheSecret() throws Exception {
        service.on(COMPLETIONS, status(200, "application/json", FITS));
        var result = finished(world.run(bound("'chat': {'model': 'small'}"), json("{'brief': 'x'}")));
        assertThat(result.result().data()).isEqualTo(json("{'slogan': 'Sip!'}"));
        assertThat(service.seen().getFirst().headers()).containsEntry("Authorization", "Bearer sk-very-secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'model': 'large'                                          | true
                    'model': 'small', 'instructions': 'Rhyme.'                | true
                    'model': 'small', 'parameters': {'temperature': 1}        | true
                    'model': 'small', 'repairs': 1                            | true
                    'model': 'small', 'prices': {'inputPerMillionTokens': 1, 'outputPerMillionTokens': 2} | false
                    """)
    void theImplementationChangesWithWhatDecidesResultsAndWithNothingElse(String chat, boolean changes)
            throws Exception {
        var before = bound("'chat': {'model': 'small'}").descriptor().implementation();
        var after = bound("'chat': {" + chat + "}").descriptor().implementation();
        assertThat(after.equals(before)).isNotEqualTo(changes);
    }

    @Test
    void anotherValueOfASecretIsTheSameImplementation() throws Exception {
        var before = bound("'chat': {'model': 'small'}").descriptor().implementation();
        world = new SkillWorld(folder, Map.of("API_KEY", "sk-rotated"));
        assertThat(bound("'chat': {'model': 'small'}").descriptor().implementation())
                .isEqualTo(before);
    }

    @Test
    void theTimeLimitCanBeRaised() throws Exception {
        assertThat(bound("'timeLimitSec': 300, 'chat': {'model': 'small'}")
                        .descriptor()
                        .timeLimit())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyProblemIsNamedAtOnceAndNoSecretIs() {
        var problems = problems("""
                {'providers': {
                   'acme': {'baseUrl': 'https://user:pw@api.example.com'},
                   'beta': {'baseUrl': 'SERVICE', 'headers': {'X-Key': '{{secret:NOT_SET}}', 'X-Bad': '{{secret:BAD_KEY}}'}}},
                 'skills': {
                   'write_slogen': {'provider': 'beta', 'chat': {'model': 'small'}},
                   'write_slogan': {'provider': 'gamma', 'chat': {'model': 'small'}},
                   'paint': {'provider': 'beta', 'chat': {'model': 'small'}}}}""");
        assertThat(problems).hasSize(6);
        assertThat(String.join("\n", problems))
                .contains(
                        "/providers/acme: \"https://user:pw@api.example.com\" is no base address",
                        "/providers/beta/headers/X-Key: there is no secret NOT_SET; set the environment variable NOT_SET,"
                                + " or NOT_SET_FILE",
                        "/providers/beta/headers/X-Bad: this cannot be sent as a header",
                        "/skills/write_slogen: there is no skill write_slogen",
                        "/skills/write_slogan/provider: there is no provider gamma; there are acme, beta",
                        "/skills/paint/chat: a language model cannot make image/png")
                .doesNotContain("two");
    }

    @Test
    void whatTheSchemaDoesNotKnowIsNamedWithItsPlace() {
        assertThat(problems("{'providers': {'a': {'baseURL': 'x'}}, 'skills': {'s': {'provider': 'a', 'chat': {}}}}"))
                .anySatisfy(problem -> assertThat(problem).startsWith("/providers/a/baseURL: there is no member"))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("/skills/s/chat: the member \"model\" is missing"));
    }

    @Test
    void aFileThatIsNoJsonOrIsNotThereIsRefused() {
        assertThat(problems("{'providers': ")).singleElement().asString().contains("no JSON", "line 1");
        var missing = folder.resolve("missing.json");
        var failure = catchThrowableOfType(
                ProvidersException.class, () -> Providers.bind(missing, world.secrets, List.of(), world.around()));
        assertThat(failure).hasMessageContaining("missing.json").hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'request': {'url': '/x', 'json': '{{input:/breif}}'}, 'output': {} | /request/json: {{input:/breif}} leads nowhere
                    'request': {'url': '/x', 'json': '{{file:/uri}}'}, 'output': {}    | /request/json: {{file:/uri}} is not known here
                    'request': {'url': '/x/{{secret:K}}'}, 'output': {}                | /request/url: {{secret:K}} is not known here
                    'request': {'url': '/x'}, 'output': {'a': '{{file:/uri}}'}         | /output: {{file:/uri}} is not known here
                    'request': {'url': '/x'}, 'output': {'a': ['{{what}}']}            | /output/a/0: {{what}} is no place to fill in
                    'request': {'url': '/x'}, 'output': {'a': '{{input:x}}'}           | /output: a JSON pointer is empty or starts with /
                    'request': {'url': '/x', 'json': 1, 'form': {}}, 'output': {}      | /request: a request has one body
                    'request': {'url': '/x'}, 'output': {}, 'file': {'from': 'body'}   | /file: the skill does not say which files it makes
                    'request': {'url': '/x'}, 'output': {}, 'file': {'from': 'body', 'mediaTypes': ['text/x']} | /file/mediaTypes: files of type text/x
                    """)
    void aTemplateThatCannotBeFilledIsFoundAtTheStart(String http, String problem) {
        assertThat(problems("""
                        {'providers': {'acme': {'baseUrl': 'SERVICE'}},
                         'skills': {'write_slogan': {'provider': 'acme', 'http': {%s}}}}""".formatted(http)))
                .singleElement()
                .asString()
                .startsWith("/skills/write_slogan/http" + problem);
    }

    @Test
    void anAnswerOfAServiceIsMadeIntoTheData() throws Exception {
        service.on("POST /slogans", answer("{'result': {'best': 'Sip!'}}"));
        var skill = bound("""
                'http': {'request': {'url': '/slogans', 'json': {'text': '{{input:/brief}}'}},
                         'output': {'slogan': '{{response:/result/best}}'}, 'costPerCall': 0.002}""");
        assertThat(skill.descriptor().implementation()).matches("http:acme@1#[0-9a-f]{16}");
        var result = finished(world.run(skill, json("{'brief': 'x'}"))).result();
        assertThat(result.data()).isEqualTo(json("{'slogan': 'Sip!'}"));
        assertThat(result.usage().costMicros()).isEqualTo(2_000);
        assertThat(service.seen().getFirst().text()).isEqualTo("{\"text\":\"x\"}");
    }

    @Test
    void whatAProviderFailsAtForGoodIsDoneLocally() throws Exception {
        service.on(COMPLETIONS, status(401, "application/json", "{}"));
        var skill = bound("'fallback': 'local', 'chat': {'model': 'small'}");
        var result = finished(world.run(skill, json("{'brief': 'x'}"))).result();
        assertThat(result.data()).isEqualTo(json("{'slogan': 'home made'}"));
        assertThat(service.seen()).hasSize(1);
    }

    @Test
    void aResultThatMayBeTheLocalOneIsFoundUnderANameThatSaysSo() throws Exception {
        var alone = bound("'chat': {'model': 'small'}").descriptor();
        var both = bound("'fallback': 'local', 'chat': {'model': 'small'}").descriptor();
        assertThat(both.implementation()).isEqualTo(alone.implementation() + "|local@1");
        assertThat(both.timeLimit()).as("for one after the other").isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aProviderThatIsDownIsTriedThreeTimesBeforeTheLocalSkillDoesIt() throws Exception {
        service.on(COMPLETIONS, status(503, "text/plain", "", "Retry-After: 4"));
        var skill = bound("'fallback': 'local', 'chat': {'model': 'small'}");
        assertThat(finished(world.run(skill, json("{}"))).result().data()).isEqualTo(json("{'slogan': 'home made'}"));
        assertThat(service.seen()).hasSize(3);
        assertThat(world.time.pauses()).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void nobodyWaitsForAProviderLongerThanTheLocalSkillCanSpare() throws Exception {
        service.on(COMPLETIONS, status(503, "text/plain", "", "Retry-After: 50"));
        var skill = bound("'fallback': 'local', 'chat': {'model': 'small'}");
        finished(world.run(skill, json("{}")));
        assertThat(service.seen()).hasSize(1);
        assertThat(world.time.pauses()).isEmpty();
    }

    @Test
    void invalidInputIsInvalidForWhoeverDoesIt() throws Exception {
        var skill = bound("""
                'fallback': 'local',
                'http': {'request': {'url': '/x', 'json': '{{base64:/brief}}'}, 'output': {'slogan': ''}}""");
        assertThat(failure(world.run(skill, json("{'brief': 'no address'}")))).isInstanceOf(InvalidInput.class);
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void withoutFallbackAProvidersFailureIsTheSkills() throws Exception {
        service.on(COMPLETIONS, status(401, "application/json", "{}"));
        assertThat(failure(world.run(bound("'chat': {'model': 'small'}"), json("{}"))))
                .isInstanceOf(Rejected.class);
    }
}
