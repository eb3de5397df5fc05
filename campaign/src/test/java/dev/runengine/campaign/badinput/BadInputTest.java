package dev.runengine.campaign.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.CampaignPack;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.ExecutionRequest;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every skill of the pack as the engine runs it, with input that cannot work: refused in words, nothing left behind. */
class BadInputTest {
    private static final Map<String, Skill> SKILLS = new CampaignPack()
            .skills().stream()
                    .collect(Collectors.toMap(skill -> skill.descriptor().id(), Function.identity()));
    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    @TempDir
    static Path store;

    @TempDir
    Path folder;

    @BeforeAll
    static void upload() throws IOException {
        for (var file : BadFile.values()) {
            if (file != BadFile.NEVER_UPLOADED) {
                var hash = ArtifactAddress.parse(file.uri()).orElseThrow().hash();
                Files.write(store.resolve(hash.hex()), file.bytes());
            }
        }
    }

    static Stream<BadInput> rows() {
        return CampaignBadInputs.rows(store);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatCannotWorkIsRefusedWhereItIsWrong(BadInput bad) throws Exception {
        var before = children();
        var workspaces = folder.resolve("workspaces");

        var failure = failure(bad, new SkillRunner(SCHEMAS, workspaces, 1 << 20));

        assertThat(failure).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.problems())
                    .extracting(Problem::pointer)
                    .anySatisfy(pointer -> assertThat(pointer).startsWith(place(bad.pointer())));
            assertThat(refusal.message())
                    .doesNotContain("Exception", "java.", "dev.runengine", "\tat ")
                    .hasSizeLessThan(2_000);
        });
        assertThat(workspaces)
                .satisfiesAnyOf(
                        root -> assertThat(root).doesNotExist(),
                        root -> assertThat(root).isEmptyDirectory());
        assertThat(children()).isSubsetOf(before);
    }

    @Test
    void everySkillOfThePackHasRows() {
        assertThat(rows().map(BadInput::skill).collect(Collectors.toSet())).isEqualTo(SKILLS.keySet());
    }

    private static SkillFailure failure(BadInput bad, SkillRunner runner) throws InterruptedException {
        var skill = SKILLS.get(bad.skill());
        assertThat(skill).as(bad.skill()).isNotNull();
        var request = new ExecutionRequest(
                skill, bad.input(), BadInputTest::stored, new UUID(0, 1), Instant.parse("2100-01-01T00:00:00Z"));
        try (var execution = runner.run(request)) {
            assertThat(execution.outcome()).isInstanceOf(Failed.class);
            return ((Failed) execution.outcome()).failure();
        }
    }

    /** A schema names the member that is missing or too many by the object it belongs to. */
    private static String place(String pointer) {
        return pointer.equals("/no_such_member") ? "" : pointer;
    }

    private static Optional<Path> stored(ContentHash hash) {
        return Optional.of(store.resolve(hash.hex())).filter(Files::exists);
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
