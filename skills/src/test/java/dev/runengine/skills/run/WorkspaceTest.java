package dev.runengine.skills.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.run.Execution.Failed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class WorkspaceTest extends SkillRunnerFixture {
    @Test
    void aFetchedArtifactIsAReadOnlyCopyMadeOnce() throws Exception {
        var address = stored("original");
        try (var execution = run((_, context) -> {
            var copy = context.fetch(address);
            assertThat(copy).hasContent("original");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .doesNotContain("w");
            assertThat(context.fetch(address)).isEqualTo(copy);
            assertThat(context.workspace()).isEmptyDirectory();
            return text("");
        })) {
            finished(execution);
        }
    }

    @Test
    void aSkillThatForcesItsWayIntoAFetchedFileDoesNotReachTheStore() throws Exception {
        var address = stored("original");
        try (var execution = run((_, context) -> {
            var copy = context.fetch(address);
            assertThat(copy.toFile().setWritable(true)).isTrue();
            Files.writeString(copy, "damaged");
            return text("");
        })) {
            finished(execution);
        }
        assertThat(store.resolve(address.hash().hex())).hasContent("original");
    }

    @Test
    void anArtifactThatDoesNotExistIsMissingByName() throws Exception {
        var address = new ArtifactAddress(ContentHash.of(new byte[0]));
        try (var execution = run((_, context) -> {
            assertThatExceptionOfType(SkillContext.ArtifactMissingException.class)
                    .isThrownBy(() -> context.fetch(address))
                    .withMessageContaining(address.uri());
            return text("");
        })) {
            finished(execution);
        }
    }

    @Test
    void readOnlyFilesDeepTreesAndLinksAreRemovedAndLinksAreNotFollowed() throws Exception {
        var outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("keep.txt"), "keep");
        try (var execution = run((_, context) -> {
            var locked = Files.createDirectories(context.workspace().resolve("locked/inner"));
            Files.writeString(locked.resolve("junk"), "junk");
            Files.createSymbolicLink(locked.resolve("link"), outside);
            Files.createSymbolicLink(locked.resolve("dangling"), Path.of("nowhere"));
            Files.setPosixFilePermissions(locked.resolve("junk"), PosixFilePermissions.fromString("r--------"));
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
            Files.setPosixFilePermissions(locked.getParent(), PosixFilePermissions.fromString("r-x------"));
            var deep = context.workspace();
            for (int i = 0; i < 1_500; i++) {
                deep = Files.createDirectory(deep.resolve("d"));
            }
            Files.writeString(deep.resolve("bottom"), "bottom");
            return text("");
        })) {
            finished(execution);
        }
        assertNothingIsLeft();
        assertThat(outside.resolve("keep.txt")).hasContent("keep");
    }

    @Test
    void aTreeWithPathsLongerThanTheSystemTakesIsRemoved() throws Exception {
        try (var execution = run((_, context) -> {
            var script = "for i in $(seq 60); do mkdir " + "x".repeat(100) + " && cd -P " + "x".repeat(100)
                    + " || exit 1; done; touch f";
            var process = new ProcessBuilder("sh", "-c", script)
                    .directory(context.workspace().toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
            return text("");
        })) {
            finished(execution);
        }
        assertNothingIsLeft();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        var execution = run((_, _) -> text(""));
        execution.close();
        execution.close();
        assertNothingIsLeft();
    }

    @Test
    void leftoversOfAKilledProcessAreRemovedAndOtherFilesAreNot() throws Exception {
        Files.createDirectories(root.resolve("execution-123/work/deep"));
        Files.writeString(root.resolve("execution-123/work/deep/file"), "left");
        Files.writeString(root.resolve("notes.txt"), "mine");
        runner.removeLeftovers();
        assertThat(root).isDirectoryNotContaining("glob:**execution*");
        assertThat(root.resolve("notes.txt")).exists();
    }

    @Test
    void aRootThatCannotBeMadeIsAFailureThatNamesIt() throws Exception {
        Files.writeString(root, "a file in the way");
        try (var execution = run((_, _) -> text(""))) {
            assertThat(execution.outcome())
                    .isInstanceOfSatisfying(
                            Failed.class, f -> assertThat(f.failure().message()).contains(root.toString()));
        }
    }

    @Test
    void executionsAtTheSameTimeDoNotShareAFolder() throws Exception {
        try (var outer = run((_, context) -> {
            write(context, "mine.txt", "outer");
            try (var inner = run((_, other) -> {
                assertThat(other.workspace()).isEmptyDirectory();
                return text("");
            })) {
                finished(inner);
            }
            assertThat(context.workspace().resolve("mine.txt")).hasContent("outer");
            return text("");
        })) {
            finished(outer);
        }
    }
}
