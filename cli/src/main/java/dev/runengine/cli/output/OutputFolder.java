package dev.runengine.cli.output;

import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is replaced as a whole: readers find the old content or the new, never a mixture.
 *
 * <p>Only a folder that is new, empty or was written by this class is replaced. It carries a mark, because replacing a
 * folder that holds somebody's other files would delete them.
 */
public final class OutputFolder {
    private static final String MARK = ".run-engine-output";

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path emptyFolder) throws IOException;
    }

    /** @throws CommandFailure when it holds anything else, so that this is known before anything is run */
    public static OutputFolder at(Path path) throws IOException {
        // Links are resolved: the folder behind a link is replaced, not the link.
        var folder =
                Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
        if (folder.getFileName() == null || !replaceable(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The output folder is in use",
                    folder + " holds something else, and output replaces a folder as a whole",
                    "name a new or an empty folder with --out");
        }
        return new OutputFolder(folder);
    }

    public Path path() {
        return folder;
    }

    /** Leaves the old content as it was when the new cannot be written. */
    public void replace(Content content) throws IOException {
        var parent = Files.createDirectories(folder.resolveSibling(".")).toRealPath();
        var fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-new-");
        try {
            Files.createFile(fresh.resolve(MARK));
            content.writeTo(fresh);
            swapIn(fresh, parent);
        } finally {
            delete(fresh);
        }
    }

    private void swapIn(Path fresh, Path parent) throws IOException {
        // A temporary folder is its owner's alone; what comes out is for everyone whom the umask lets in.
        fresh.toFile().setReadable(true, false);
        fresh.toFile().setExecutable(true, false);
        if (!Files.exists(folder)) {
            Files.move(fresh, folder);
            return;
        }
        var old = Files.createTempDirectory(parent, "." + folder.getFileName() + "-old-");
        var moved = old.resolve("content");
        Files.move(folder, moved);
        try {
            Files.move(fresh, folder);
        } catch (IOException e) {
            Files.move(moved, folder);
            throw e;
        } finally {
            delete(old);
        }
    }

    private static boolean replaceable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return Files.exists(folder.resolve(MARK)) || entries.findAny().isEmpty();
        }
    }

    private static void delete(Path tree) throws IOException {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                        throws IOException {
                    if (trouble != null) {
                        throw trouble;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException _) {
            // It was moved to its place.
        }
    }
}
