package dev.runengine.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A game as a ZIP file, unpacked without trusting it: no entry leaves the folder, none is written twice, and neither
 * their number nor their size is without bound.
 */
final class GameArchive {
    private static final String ENTRY_POINT = "index.html";
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final int BUFFER = 64 * 1024;

    private GameArchive() {}

    /** Whether it is a game and not some other archive, such as a pack of sounds. */
    static boolean isGame(Path zip) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            return archive.getEntry(ENTRY_POINT) != null;
        }
    }

    /** @return the page that starts the game */
    static Path unpack(Path zip, Path folder) throws IOException {
        return unpack(zip, folder, MOST_ENTRIES, MOST_BYTES);
    }

    static Path unpack(Path zip, Path folder, int mostEntries, long mostBytes) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            if (archive.size() > mostEntries) {
                throw new IOException("%s has more than %d entries".formatted(zip.getFileName(), mostEntries));
            }
            Files.createDirectories(folder);
            long room = mostBytes;
            for (ZipEntry entry : archive.stream().toList()) {
                var target = within(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    room -= copy(archive, entry, target, room);
                }
            }
        }
        return folder.resolve(ENTRY_POINT);
    }

    private static Path within(Path folder, String name) throws IOException {
        var parts = List.of(name.split("/", -1));
        boolean leaves = name.startsWith("/")
                || name.contains("\\")
                || name.indexOf('\0') >= 0
                || name.matches("^[A-Za-z]:.*")
                || parts.contains("..")
                || parts.contains(".");
        if (leaves) {
            throw new IOException("the archive's entry %s does not stay in its folder".formatted(name));
        }
        return folder.resolve(name);
    }

    /** Counts what is written, because the size that an archive states may be a lie. */
    private static long copy(ZipFile archive, ZipEntry entry, Path target, long room) throws IOException {
        long written = 0;
        try (InputStream in = archive.getInputStream(entry);
                var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > room) {
                    throw new IOException("the archive unpacks to more than is allowed");
                }
                out.write(buffer, 0, read);
            }
        }
        return written;
    }
}
