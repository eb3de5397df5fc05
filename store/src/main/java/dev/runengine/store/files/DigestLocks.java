package dev.runengine.store.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who puts a digest into the folder and who takes it out of there take turns, whichever threads and processes they are.
 * The operating system keeps the locks, so that none outlives its process. One lock serves a 256th of all digests.
 */
record DigestLocks(Path folder) {
    /**
     * Of all stores of this JVM: file locks are kept between processes only, and a second one of the same process is
     * refused.
     */
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    static DigestLocks in(Path root) throws IOException {
        return new DigestLocks(Files.createDirectories(root.resolve(".locks")));
    }

    /** Blocks until nobody else has it. */
    Held hold(ContentHash digest) throws IOException {
        var file = folder.resolve(digest.hex().substring(0, 2));
        var turn = OF_THIS_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        turn.lock();
        try {
            var channel = FileChannel.open(file, CREATE, WRITE);
            try {
                return new Held(turn, channel, channel.lock());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            turn.unlock();
            throw e;
        }
    }

    /** Given back when closed, by the thread that took it. */
    record Held(ReentrantLock turn, FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (channel) {
                lock.release();
            } finally {
                turn.unlock();
            }
        }
    }
}
