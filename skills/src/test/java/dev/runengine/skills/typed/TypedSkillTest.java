package dev.runengine.skills.typed;

import static dev.runengine.skills.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.skill.SkillResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSkillTest {
    enum Mood {
        CALM,
        WILD
    }

    record Effect(String name, @Nullable Double durationSec) {}

    record Input(
            @Nullable String imageUri,
            @Nullable Integer maxColors,
            @Nullable Double energyLevel,
            @Nullable Boolean loopable,
            @Nullable Mood mood,
            Optional<String> stylePrompt,
            List<Effect> sfxList,
            Set<String> tags,
            Map<String, Json> colorScheme,
            Effect @Nullable [] extras) {}

    record Count(int count) {}

    record Percent(int percent) {
        Percent {
            if (percent > 100) {
                throw new IllegalArgumentException("at most 100");
            }
        }
    }

    record Rated(Percent rated) {}

    record Output(String imageUri, @Nullable Integer seed, List<Effect> sfxFiles, Mood mood) {}

    private static Input bound(String text) throws InterruptedException {
        var seen = new AtomicReference<Input>();
        var result = skill(Input.class, (input, _) -> {
                    seen.set(input);
                    return Map.of();
                })
                .run(json(text), NO_CONTEXT);
        assertThat(result).isInstanceOf(SkillResult.Succeeded.class);
        return seen.get();
    }

    private static <I, O> Skill skill(Class<I> type, TypedSkill.Body<I, O> body) {
        return TypedSkill.of(SkillDescriptors.load(TypedSkillTest.class, "echo.json"), type, body);
    }

    private static SkillFailure failure(SkillResult result) {
        assertThat(result).isInstanceOf(SkillResult.Failed.class);
        return ((SkillResult.Failed) result).failure();
    }

    @Test
    void absentMembersAreNullAndAbsentCollectionsAreEmpty() throws Exception {
        assertThat(bound("{}"))
                .isEqualTo(
                        new Input(null, null, null, null, null, Optional.empty(), List.of(), Set.of(), Map.of(), null));
    }

    @Test
    void membersThatAreNullAreBoundAsIfTheyWereAbsent() throws Exception {
        assertThat(bound("{'image_uri': null, 'max_colors': null, 'style_prompt': null, 'sfx_list': null, 'tags': null,"
                        + " 'color_scheme': null}"))
                .isEqualTo(bound("{}"));
    }

    @Test
    void membersAreBoundByNameInSnakeCaseAtEveryDepth() throws Exception {
        var input = bound("""
                {'image_uri': 'u', 'max_colors': 5, 'energy_level': 1, 'loopable': true, 'mood': 'WILD', 'style_prompt': 's',
                 'sfx_list': [{'name': 'spin', 'duration_sec': 0.5}, {'name': 'win'}], 'tags': ['a']}""");
        assertThat(input)
                .isEqualTo(new Input(
                        "u",
                        5,
                        1.0,
                        true,
                        Mood.WILD,
                        Optional.of("s"),
                        List.of(new Effect("spin", 0.5), new Effect("win", null)),
                        Set.of("a"),
                        Map.of(),
                        null));
    }

    @Test
    void membersTheRecordDoesNotHaveAreIgnored() throws Exception {
        assertThat(bound("{'imageUri': 'camel case is another name', 'more': {'a': 1}}"))
                .isEqualTo(bound("{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'max_colors': 'many'}                                    | /max_colors
                    {'max_colors': '5'}                                       | /max_colors
                    {'max_colors': 3000000000}                                | /max_colors
                    {'image_uri': 5}                                          | /image_uri
                    {'max_colors': 1.5}                                       | /max_colors
                    {'mood': 'ANGRY'}                                         | /mood
                    {'sfx_list': [{'name': 'a'}, {'duration_sec': {}}]}       | /sfx_list/1/duration_sec
                    """)
    void aValueTheRecordCannotHoldIsInvalidInputWithItsPointer(String input, String pointer) throws Exception {
        var failure = failure(skill(Input.class, (_, _) -> Map.of()).run(json(input), NO_CONTEXT));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        f -> assertThat(f.problems())
                                .extracting(Problem::pointer)
                                .containsExactly(pointer));
    }

    @Test
    void anAbsentPrimitiveIsInvalidInputAndNotZero() throws Exception {
        var failure = failure(skill(Count.class, (_, _) -> Map.of()).run(json("{}"), NO_CONTEXT));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        f -> assertThat(f.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/count"));
    }

    @Test
    void outputIsWrittenInSnakeCaseWithoutMembersThatAreNull() throws Exception {
        var result = skill(Input.class, (_, _) -> new Output("u", null, List.of(new Effect("spin", null)), Mood.CALM))
                .run(json("{}"), NO_CONTEXT);
        assertThat(result)
                .isEqualTo(SkillResult.succeeded(
                        json("{'image_uri': 'u', 'sfx_files': [{'name': 'spin'}], 'mood': 'CALM'}")));
    }

    @Test
    void jsonWithoutARecordOfItsOwnIsBoundAndWrittenAsItIs() throws Exception {
        var scheme = "{'color_scheme': {'primary': '#ff0000', 'weights': [1, 2.5, {'deep': false}]}}";
        var result = skill(Input.class, (input, _) -> Map.of("color_scheme", input.colorScheme()))
                .run(json(scheme), NO_CONTEXT);
        assertThat(result).isEqualTo(SkillResult.succeeded(json(scheme)));
    }

    @Test
    void whatARecordRefusesInItsConstructorIsInvalidInput() throws Exception {
        var failure =
                failure(skill(Rated.class, (_, _) -> Map.of()).run(json("{'rated': {'percent': 101}}"), NO_CONTEXT));
        assertThat(failure).isInstanceOf(InvalidInput.class);
        assertThat(failure.message()).contains("/rated", "at most 100");
    }

    @Test
    void anExpectedFailureFromDeepInsideBecomesAValue() throws Exception {
        var failure = failure(skill(Input.class, (_, _) -> {
                    throw SkillException.invalidInput("/image_uri", "is no picture");
                })
                .run(json("{}"), NO_CONTEXT));
        assertThat(failure)
                .isEqualTo(new InvalidInput(
                        "/image_uri: is no picture", List.of(new Problem("/image_uri", "is no picture"))));
    }

    @Test
    void aMissingArtifactIsInvalidInputAndAnyOtherFileProblemIsNot() throws Exception {
        var address = new ArtifactAddress(ContentHash.of(new byte[0]));
        var missing = failure(
                skill(Input.class, (_, context) -> context.fetch(address)).run(json("{}"), NO_CONTEXT));
        assertThat(missing).isInstanceOf(InvalidInput.class);
        assertThat(missing.message()).contains(address.uri());
        var disk = failure(skill(Input.class, (_, _) -> {
                    throw new IOException("disk full");
                })
                .run(json("{}"), NO_CONTEXT));
        assertThat(disk).isEqualTo(new Broken("echo could not read or write a file: disk full"));
    }

    @Test
    void aMissingArtifactIsPointedAtWhereTheInputNamesIt() throws Exception {
        var address = new ArtifactAddress(ContentHash.of(new byte[0]));
        var input = json("{'files': [{'uri': 'other'}, {'uri': '%s'}]}".formatted(address.uri()));
        var missing = failure(
                skill(Input.class, (_, context) -> context.fetch(address)).run(input, NO_CONTEXT));
        assertThat(missing)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/files/1/uri"));
    }

    @Test
    void aDescriptorIsReadFromItsResource() {
        var descriptor = SkillDescriptors.load(TypedSkillTest.class, "echo.json");
        assertThat(descriptor.id()).isEqualTo("echo");
        assertThat(descriptor.skillVersion().value()).isEqualTo("1.2.0+local@1");
        assertThat(descriptor.tags()).containsExactly("test");
        assertThat(descriptor.timeLimit()).hasSeconds(5);
        assertThat(descriptor.inputSchema()).isEqualTo(json("{'type': 'object'}"));
    }

    @Test
    void aDescriptorThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SkillDescriptors.load(TypedSkillTest.class, "none.json"))
                .hasMessageContaining("none.json");
    }

    private static final SkillContext NO_CONTEXT = new SkillContext() {
        @Override
        public Path workspace() {
            throw new IllegalStateException("no workspace here");
        }

        @Override
        public Path fetch(ArtifactAddress address) throws IOException {
            throw new ArtifactMissingException(address);
        }

        @Override
        public ArtifactAddress publish(Path file, String mediaType, String filename) {
            throw new IllegalStateException("nothing to publish to");
        }

        @Override
        public UUID executionKey() {
            return new UUID(0, 0);
        }

        @Override
        public Instant deadline() {
            return Instant.MAX;
        }

        @Override
        public JobLedger jobs() {
            throw new IllegalStateException("no remote jobs here");
        }

        @Override
        public void heartbeat(double progress) {}

        @Override
        public void pause(Duration time) {}
    };
}
