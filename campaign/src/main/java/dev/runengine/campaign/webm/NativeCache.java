package dev.runengine.campaign.webm;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where the encoder's libraries are unpacked: once per user and machine, not once per video. */
final class NativeCache {
    /** JavaCPP's own property; who sets it for this JVM chooses the folder. */
    static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private NativeCache() {}

    /** @throws IOException when the folder could be written by somebody else, who could then plant code in it */
    static Path folder() throws IOException {
        var chosen = System.getProperty(PROPERTY);
        return chosen == null
                ? privateFolder(Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("run-engine-natives-" + System.getProperty("user.name")))
                : Path.of(chosen).toAbsolutePath();
    }

    static Path privateFolder(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            var attributes = posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                    : new FileAttribute<?>[] {};
            Files.createDirectory(folder, attributes);
        } catch (FileAlreadyExistsException e) {
            if (posix && !isPrivate(folder)) {
                throw new IOException(
                        folder + " is open to others; remove it, or name another folder by -D" + PROPERTY, e);
            }
        }
        return folder.toAbsolutePath();
    }

    private static boolean isPrivate(Path folder) throws IOException {
        var owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && owner.getName().equals(System.getProperty("user.name"))
                && PRIVATE.containsAll(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
    }
}
