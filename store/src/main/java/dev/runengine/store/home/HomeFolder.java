package dev.runengine.store.home;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The answer to who owns a home folder: this process, or another one.
 *
 * <p>The owner holds an operating-system lock on {@code <home>/lock} and says in that file who it is, as one line of
 * JSON with {@code pid} and {@code port}. The lock, not the file, is the truth: it ends with its process, however that
 * dies. The folder must be on a file system that knows locks, as every local one does.
 */
public sealed interface HomeFolder {

    /** Someone else owns it. A port is absent until the owner serves, and for the moment in which it takes over. */
    record Held(OptionalLong pid, OptionalInt port) implements HomeFolder {}

    /** This process owns it until it closes this or ends. */
    final class Owned implements HomeFolder, AutoCloseable {
        private final HomeLock lock;

        private Owned(HomeLock lock) {
            this.lock = lock;
        }

        /** The folder, with links resolved. */
        public Path path() {
            return lock.home();
        }

        /** Tells whoever finds the folder held on which port this process serves. */
        public void announce(int port) throws IOException {
            lock.announce(new Held(OptionalLong.of(ProcessHandle.current().pid()), OptionalInt.of(port)));
        }

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /**
     * Takes a home folder, which is created for its owner's eyes only when there is none. Does not wait.
     *
     * @throws IOException when it can be neither created nor written; the message says what to do
     */
    static HomeFolder acquire(Path folder) throws IOException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, Disk.ownerOnlyFolder());
            }
            Path home = folder.toRealPath();
            Optional<HomeLock> lock = HomeLock.tryOn(home);
            return lock.isPresent() ? new Owned(lock.get()) : HomeLock.holderOf(home);
        } catch (IOException e) {
            throw new IOException(
                    "the home folder %s cannot be used (%s): make it a folder this user may write, or name another with RUN_ENGINE_HOME"
                            .formatted(folder, e),
                    e);
        }
    }
}
