package dev.runengine.campaign.browser;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder in which a browser keeps what it writes: nothing of one page is there for the next. */
record Profile(Path folder) implements AutoCloseable {
    /** A process that was killed may still be writing while its folder is removed. */
    private static final int ATTEMPTS = 3;

    static Profile create() throws IOException {
        return new Profile(Files.createTempDirectory("run-engine-browser"));
    }

    @Override
    public void close() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Removal());
            } catch (IOException stillInUse) {
                // The next attempt, or the system's own cleaning of its temporary folder, takes the rest.
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
