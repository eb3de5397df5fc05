package dev.runengine.store.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runengine.store.home.HomeFolder.Held;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The lock on a home folder and what its holder says in it.
 *
 * <p>POSIX ends a process's lock on a file when the process closes any descriptor of that file. A process that holds the
 * lock must therefore not open the file again, not even to read it: it remembers what it holds, and what it said there.
 */
final class HomeLock {
    private static final Map<Path, Held> HELD_HERE = new HashMap<>(); // guarded by the class

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static Optional<HomeLock> tryOn(Path home) throws IOException {
        synchronized (HomeLock.class) {
            if (HELD_HERE.containsKey(home)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(fileIn(home), CREATE, WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
                if (!locked) {
                    return Optional.empty();
                }
                HomeLock lock = new HomeLock(home, channel);
                lock.announce(new Held(OptionalLong.of(ProcessHandle.current().pid()), OptionalInt.empty()));
                return Optional.of(lock);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        }
    }

    static Held holderOf(Path home) throws IOException {
        synchronized (HomeLock.class) {
            Held here = HELD_HERE.get(home);
            return here != null ? here : Announcement.parse(Files.readString(fileIn(home)));
        }
    }

    Path home() {
        return home;
    }

    void announce(Held holder) throws IOException {
        synchronized (HomeLock.class) {
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(Announcement.text(holder)), 0);
            HELD_HERE.put(home, holder);
        }
    }

    void close() throws IOException {
        synchronized (HomeLock.class) {
            if (channel.isOpen()) {
                try (channel) {
                    channel.truncate(0);
                } finally {
                    HELD_HERE.remove(home);
                }
            }
        }
    }

    private static Path fileIn(Path home) {
        return home.resolve("lock");
    }
}
