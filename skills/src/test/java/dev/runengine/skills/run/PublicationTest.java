package dev.runengine.skills.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillFailure.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest extends SkillRunnerFixture {
    @Test
    void publishedFilesAreThereInOrderUntilTheExecutionIsClosed() throws Exception {
        Path path;
        try (var execution = run((_, context) -> {
            context.publish(write(context, "b.txt", "second"), "text/plain", "b.txt");
            return file(context.publish(write(context, "a.txt", "first"), "text/plain", "A file.txt"));
        })) {
            var files = finished(execution).files();
            assertThat(files).extracting(PublishedFile::filename).containsExactly("b.txt", "A file.txt");
            var last = files.getLast();
            path = last.path();
            assertThat(last.path()).hasContent("first");
            assertThat(last.size()).isEqualTo(5);
            assertThat(last.mediaType()).isEqualTo("text/plain");
            assertThat(last.hash()).isEqualTo(ContentHash.of("first".getBytes(UTF_8)));
        }
        assertThat(path).doesNotExist();
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../secret.txt", "../secret.txt", ".", ".."})
    void nothingOutsideTheWorkspaceCanBePublished(String path) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        var failure = failureOf(run((_, context) -> {
            Files.writeString(context.workspace().resolve("../secret.txt"), "secret");
            return file(context.publish(context.workspace().resolve(path), "text/plain", "x.txt"));
        }));
        assertThat(failure).isInstanceOf(Broken.class);
        assertThat(failure.message()).contains("can be published");
    }

    @Test
    void aSymbolicLinkLeadsNothingOutsideIntoTheResult() throws Exception {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("key"), "secret");
        var failure = failureOf(run((_, context) -> {
            var link = Files.createSymbolicLink(context.workspace().resolve("link"), secrets.resolve("key"));
            assertThatThrownBy(() -> context.publish(link, "text/plain", "key")).hasMessageContaining("no links");
            var folderLink = Files.createSymbolicLink(context.workspace().resolve("folder"), secrets);
            return file(context.publish(folderLink.resolve("key"), "text/plain", "key"));
        }));
        assertThat(failure.message()).contains("inside the workspace");
        assertThat(secrets.resolve("key")).hasContent("secret");
    }

    @Test
    void aRelativePathIsTakenFromTheWorkspace() throws Exception {
        try (var execution = run((_, context) -> {
            Files.createDirectory(context.workspace().resolve("out"));
            write(context, "out/a.txt", "a");
            return file(context.publish(Path.of("out/a.txt"), "text/plain", "a.txt"));
        })) {
            assertThat(finished(execution).files().getFirst().path()).hasContent("a");
        }
    }

    @Test
    void aFileOverTheLimitCannotBePublishedAndOneAtTheLimitCan() throws Exception {
        try (var execution = run((_, context) ->
                file(context.publish(write(context, "a", "x".repeat(MAX_FILE_BYTES)), "text/plain", "a")))) {
            finished(execution);
        }
        assertThat(failureOf(run((_, context) -> file(context.publish(
                                write(context, "a", "x".repeat(MAX_FILE_BYTES + 1)), "text/plain", "a"))))
                        .message())
                .contains("a has 1001 bytes; a published file may have 1000");
    }

    @ParameterizedTest
    @CsvSource({"text, a.txt", "'', a.txt", "text/plain, ''", "text/plain, a/b", "text/plain, 'a\\b'"})
    void aMediaTypeOrFilenameThatIsNoneIsRefused(String mediaType, String filename) throws Exception {
        var failure =
                failureOf(run((_, context) -> file(context.publish(write(context, "a", "a"), mediaType, filename))));
        assertThat(failure).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"longer than before", "same"})
    void aFileThatIsChangedAfterItWasPublishedSpoilsTheResult(String change) throws Exception {
        var failure = failureOf(run((_, context) -> {
            var path = write(context, "a.txt", "ends");
            Files.setLastModifiedTime(path, FileTime.fromMillis(0));
            var address = context.publish(path, "text/plain", "a.txt");
            Files.writeString(path, change);
            return file(address);
        }));
        assertThat(failure).isInstanceOf(Broken.class);
        assertThat(failure.message()).contains("a.txt", "after publishing it");
    }

    @Test
    void aFileThatIsRemovedOrReplacedAfterItWasPublishedSpoilsTheResult() throws Exception {
        assertThat(failureOf(run((_, context) -> {
                    var path = write(context, "a.txt", "a");
                    var address = context.publish(path, "text/plain", "a.txt");
                    Files.delete(path);
                    return file(address);
                })))
                .isInstanceOf(Broken.class);
    }

    @Test
    void threadsTheSkillStartsMayFetchAndPublish() throws Exception {
        var address = stored("shared");
        try (var execution = run((_, context) -> {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 20; i++) {
                var name = "f" + i;
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        var copy = Files.copy(
                                context.fetch(address), context.workspace().resolve(name));
                        context.publish(copy, "text/plain", name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
            return text("");
        })) {
            assertThat(finished(execution).files())
                    .hasSize(20)
                    .allSatisfy(file -> assertThat(file.hash()).isEqualTo(address.hash()));
        }
    }
}
