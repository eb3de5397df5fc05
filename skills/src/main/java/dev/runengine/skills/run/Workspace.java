package dev.runengine.skills.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of one execution: {@code work} is the skill's, {@code inputs} holds the copies it has fetched. Two folders,
 * so that the skill's own starts empty and a copy cannot be taken for its work.
 */
final class Workspace {
    private static final System.Logger LOG = System.getLogger(Workspace.class.getName());

    private static final String PREFIX = "execution-";

    private final Path folder;
    private final Path work;
    private final Path inputs;

    private Workspace(Path folder) throws IOException {
        this.folder = folder;
        this.work = Files.createDirectory(folder.resolve("work"));
        this.inputs = Files.createDirectory(folder.resolve("inputs"));
    }

    /** A new one below the root, which nobody else can read where the file system knows owners. */
    static Workspace create(Path root) throws IOException {
        Files.createDirectories(root);
        // The real path: what is published is compared with it after symbolic links are resolved.
        return new Workspace(Files.createTempDirectory(root.toRealPath(), PREFIX));
    }

    Path work() {
        return work;
    }

    Path inputs() {
        return inputs;
    }

    void remove() {
        remove(folder);
    }

    /** Removes every workspace below the root. */
    static void removeAll(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(root, PREFIX + "*")) {
            folders.forEach(Workspace::remove);
        }
    }

    /** A workspace that cannot be removed costs space, not the result: that is logged and no failure. */
    private static void remove(Path folder) {
        try {
            FolderRemoval.remove(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "could not remove the workspace " + folder + "; remove it by hand", e);
        }
    }
}
