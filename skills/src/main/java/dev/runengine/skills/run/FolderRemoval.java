package dev.runengine.skills.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Removes a folder whatever a skill has left in it. Symbolic links are removed, never followed. Every folder found inside
 * is first moved up into the outermost one: a tree of any depth is removed with short paths (a child process can build
 * one whose paths are longer than the system takes) and one open folder at a time.
 */
final class FolderRemoval {
    private final Path outermost;
    private final ArrayDeque<Path> pending = new ArrayDeque<>();
    private long moved;

    private FolderRemoval(Path outermost) {
        this.outermost = outermost;
    }

    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            new FolderRemoval(folder).run();
        }
    }

    private void run() throws IOException {
        empty(outermost);
        while (!pending.isEmpty()) {
            var folder = pending.pop();
            empty(folder);
            Files.delete(folder);
        }
        Files.delete(outermost);
    }

    private void empty(Path folder) throws IOException {
        makeWritable(folder);
        for (var entry : entries(folder)) {
            if (Files.isDirectory(entry, NOFOLLOW_LINKS)) {
                moveUp(entry);
            } else {
                deleteIfStillThere(entry);
            }
        }
    }

    private void moveUp(Path folder) throws IOException {
        makeWritable(folder); // Moving a folder rewrites its "..", so it must be writable itself.
        var target = outermost.resolve("removed-" + moved++);
        while (Files.exists(target, NOFOLLOW_LINKS)) {
            target = outermost.resolve("removed-" + moved++);
        }
        pending.push(Files.move(folder, target));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** A process the skill has left behind may be removing its temporary files at the same time. */
    private static void deleteIfStillThere(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private static void makeWritable(Path folder) throws IOException {
        // Not NOFOLLOW_LINKS, although the folder is known to be no link: that opens the folder first, which its owner
        // may
        // not while it is unreadable.
        var permissions = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
