package dev.runengine.skills.run;

import static dev.runengine.skills.JsonText.json;
import static dev.runengine.skills.JsonText.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A runner over temporary folders, and skills that do what a test tells them. */
abstract class SkillRunnerFixture {
    static final Instant DEADLINE = Instant.parse("2030-01-01T00:00:00Z");
    static final UUID KEY = new UUID(1, 2);
    static final int MAX_FILE_BYTES = 1_000;

    @TempDir
    Path folder;

    Path root;
    Path store;
    SkillRunner runner;

    @BeforeEach
    void start() throws IOException {
        root = folder.resolve("workspaces");
        store = Files.createDirectory(folder.resolve("store"));
        runner = new SkillRunner(new JsonSchemas(), root, MAX_FILE_BYTES);
    }

    /** What a skill's code does; may throw anything. */
    interface Body {
        SkillResult run(Json input, SkillContext context) throws Exception;
    }

    /** Input {text: string}, output {text?: string, file_uri?: string}. */
    static Skill skill(Body body) {
        var descriptor = new SkillDescriptor(
                "test",
                "1",
                "local@1",
                "Test",
                "A skill under test.",
                List.of(),
                object("{'type': 'object', 'required': ['text'], 'properties': {'text': {'type': 'string'}}}"),
                object("""
                        {'type': 'object', 'additionalProperties': false,
                         'properties': {'text': {'type': 'string'}, 'file_uri': {'type': 'string'}}}"""),
                List.of("text/plain"),
                Duration.ofSeconds(10));
        return new Skill() {
            @Override
            public SkillDescriptor descriptor() {
                return descriptor;
            }

            @Override
            public SkillResult run(Json input, SkillContext context) throws InterruptedException {
                try {
                    return body.run(input, context);
                } catch (Exception e) {
                    throw SkillRunnerFixture.<RuntimeException>sneaky(e);
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E sneaky(Exception e) throws E {
        throw (E) e;
    }

    Execution run(Json input, Body body) throws InterruptedException {
        return runner.run(new ExecutionRequest(skill(body), input, this::find, KEY, DEADLINE));
    }

    Execution run(Body body) throws InterruptedException {
        return run(json("{'text': 'hello'}"), body);
    }

    Optional<Path> find(ContentHash hash) {
        return Optional.of(store.resolve(hash.hex())).filter(Files::exists);
    }

    ArtifactAddress stored(String content) throws IOException {
        var hash = ContentHash.of(content.getBytes(UTF_8));
        Files.writeString(store.resolve(hash.hex()), content);
        return new ArtifactAddress(hash);
    }

    static SkillResult text(String text) {
        return SkillResult.succeeded(Json.object("text", Json.of(text)));
    }

    static SkillResult file(ArtifactAddress address) {
        return SkillResult.succeeded(Json.object("file_uri", Json.of(address.uri())));
    }

    static Path write(SkillContext context, String name, String content) throws IOException {
        return Files.writeString(context.workspace().resolve(name), content);
    }

    SkillFailure failureOf(Execution execution) throws IOException {
        assertThat(execution.outcome()).isInstanceOf(Failed.class);
        assertNothingIsLeft();
        return ((Failed) execution.outcome()).failure();
    }

    static Finished finished(Execution execution) {
        assertThat(execution.outcome()).isInstanceOf(Finished.class);
        return (Finished) execution.outcome();
    }

    void assertNothingIsLeft() throws IOException {
        if (Files.exists(root)) {
            assertThat(root).isEmptyDirectory();
        }
    }
}
