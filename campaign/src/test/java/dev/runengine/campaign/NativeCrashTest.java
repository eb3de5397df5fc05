package dev.runengine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.mesh.MeshSkills;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.run.Execution;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.ExecutionRequest;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Native code that dies at work, killed from outside with the signal of a wild pointer. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent as Linux sends them")
@Timeout(120)
class NativeCrashTest {
    @TempDir
    Path folder;

    private LocalSkillContext artifacts;

    @BeforeEach
    void store() {
        artifacts = new LocalSkillContext(folder);
    }

    @Test
    void aCrashOfTheEncoderFailsTheStepAndNothingElse() throws Exception {
        var failure = crashed(
                "generate_outcome_video_win",
                "{'specs': {'width': 1080, 'height': 1920, 'duration_sec': 30}}",
                "EncoderProgram",
                "libavcodec");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.message()).contains("EncoderProgram", "SIGSEGV"));
    }

    @Test
    void aCrashOfTheMeshLibraryFailsTheStepAndNothingElse() throws Exception {
        var model = ContractedSkill.of(MeshSkills.all(), "generate_3d_asset")
                .succeed(json("{'prompt': 'A crown', 'style': {'theme': 'party', 'category': 'prize'}}"), artifacts);

        var failure = crashed(
                "optimize_3d_asset",
                "{'model_uri': '%s', 'constraints': {}}"
                        .formatted(model.get("model_uri").asString()),
                "SimplifierProgram",
                "libjvm");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.message())
                                .contains("SimplifierProgram")
                                // A JVM that is still starting dies of the signal without a report.
                                .containsAnyOf("SIGSEGV", "signal 11", "exit code"));
    }

    /** @param library that the program has loaded when it is killed */
    private SkillFailure crashed(String skill, String input, String program, String library) throws Exception {
        var workspaces = folder.resolve("workspaces");
        try (var executor = Executors.newSingleThreadExecutor()) {
            var running = executor.submit(() -> new SkillRunner(new JsonSchemas(), workspaces, 1 << 26)
                    .run(new ExecutionRequest(
                            named(skill),
                            JacksonJson.fromNode(json(input)),
                            this::stored,
                            new UUID(0, 1),
                            Instant.parse("2100-01-01T00:00:00Z"))));

            kill(child(program, library, running));

            try (var execution = running.get()) {
                assertThat(workspaces).isEmptyDirectory();
                assertThat(children(program)).isEmpty();
                return ((Failed) execution.outcome()).failure();
            }
        }
    }

    private static ProcessHandle child(String program, String library, Future<Execution> running) {
        while (!running.isDone()) {
            var child = children(program);
            if (child.filter(found -> hasLoaded(found, library)).isPresent()) {
                return child.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it ended before " + program + " was seen at work");
    }

    private static boolean hasLoaded(ProcessHandle process, String library) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"))
                    .contains(library);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<ProcessHandle> children(String program) {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(program))
                .findFirst();
    }

    private static void kill(ProcessHandle child) throws Exception {
        var killing = new ProcessBuilder("kill", "-SEGV", Long.toString(child.pid())).start();
        assertThat(killing.waitFor()).isZero();
        CompletableFuture.allOf(child.onExit()).join();
    }

    private Optional<Path> stored(ContentHash hash) {
        return Optional.of(artifacts.published("artifact:sha256:" + hash.hex()));
    }

    private static Skill named(String id) {
        return new CampaignPack()
                .skills().stream()
                        .filter(skill -> skill.descriptor().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return ContractedSkill.json(text.replace('\'', '"'));
    }
}
