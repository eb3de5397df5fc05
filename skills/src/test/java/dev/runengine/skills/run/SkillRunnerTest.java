package dev.runengine.skills.run;

import static dev.runengine.skills.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.InvalidOutput;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.skill.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillRunnerTest extends SkillRunnerFixture {
    @Test
    void aSkillGetsItsInputAnEmptyFolderItsKeyAndItsDeadline() throws Exception {
        var seen = new ArrayList<Object>();
        try (var execution = run((input, context) -> {
            assertThat(context.workspace()).isEmptyDirectory();
            seen.addAll(List.of(input, context.executionKey(), context.deadline()));
            return text("done");
        })) {
            assertThat(finished(execution).result().data()).isEqualTo(json("{'text': 'done'}"));
        }
        assertThat(seen).containsExactly(json("{'text': 'hello'}"), KEY, DEADLINE);
    }

    @Test
    void inputThatDoesNotFitTheSchemaNeverReachesTheSkill() throws Exception {
        var called = new AtomicBoolean();
        var failure = failureOf(run(json("{'text': 5}"), (_, _) -> {
            called.set(true);
            return text("");
        }));
        assertThat(failure)
                .isEqualTo(new InvalidInput(
                        "the input does not fit: /text must be string, not integer",
                        List.of(new Problem("/text", "must be string, not integer"))));
        assertThat(called).isFalse();
    }

    @Test
    void inputThatCannotBeKeptNeverReachesTheSkill() throws Exception {
        var failure = failureOf(run(Json.object("text", Json.of("\0")), (_, _) -> text("")));
        assertThat(failure).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFailureTheSkillReportsIsPassedOnAsItIs() throws Exception {
        var rejected = new SkillFailure.Rejected("not this theme");
        assertThat(failureOf(run((_, _) -> SkillResult.failed(rejected)))).isSameAs(rejected);
    }

    @Test
    void aSkillThatIgnoresItsOutputSchemaIsRefusedWithPointers() throws Exception {
        var failure = failureOf(run((_, _) -> SkillResult.succeeded(json("{'text': 5, 'more': true}"))));
        assertThat(failure).isInstanceOfSatisfying(InvalidOutput.class, f -> {
            assertThat(f.problems()).extracting(Problem::pointer).containsExactlyInAnyOrder("/text", "/more");
            assertThat(f.message()).contains("skill test", "/text must be string");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half \uD83C pair"})
    void outputThatCannotBeKeptIsRefused(String text) throws Exception {
        assertThat(failureOf(run((_, _) -> text(text))))
                .isInstanceOfSatisfying(
                        InvalidOutput.class,
                        f -> assertThat(f.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/text"));
    }

    @Test
    void anAddressNobodyKnowsIsRefused() throws Exception {
        var invented = new ArtifactAddress(ContentHash.of(new byte[] {1}));
        assertThat(failureOf(run((_, _) -> file(invented))))
                .isInstanceOfSatisfying(
                        InvalidOutput.class,
                        f -> assertThat(f.problems()).singleElement().satisfies(p -> {
                            assertThat(p.pointer()).isEqualTo("/file_uri");
                            assertThat(p.detail()).contains("neither published", invented.uri());
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cafe", "CAFE"})
    void somethingThatOnlyBeginsLikeAnAddressIsRefused(String rest) throws Exception {
        assertThat(failureOf(run((_, _) -> text("artifact:sha256:" + rest)))).isInstanceOf(InvalidOutput.class);
    }

    @Test
    void anAddressFromTheInputMayBePassedOn() throws Exception {
        var address = stored("given");
        try (var execution = run(Json.object("text", Json.of(address.uri())), (_, _) -> file(address))) {
            assertThat(finished(execution).files()).isEmpty();
        }
    }

    @Test
    void anAddressTheSkillHasFetchedMayBePassedOn() throws Exception {
        var address = stored("named in a manifest");
        try (var execution = run((_, context) -> {
            context.fetch(address);
            return file(address);
        })) {
            finished(execution);
        }
    }
}
