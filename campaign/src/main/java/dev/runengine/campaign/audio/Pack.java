package dev.runengine.campaign.audio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose bytes depend on nothing but its files: sorted, stored as they are, dated alike. */
final class Pack {
    /** The first date a ZIP can hold. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, Path> files = new TreeMap<>();

    void add(String name, Path file) {
        files.put(name, file);
    }

    void write(Path path) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name, Path file) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(file));
        entry.setCrc(checksum(file));
        return entry;
    }

    private static long checksum(Path file) throws IOException {
        var checksum = new CRC32();
        try (var out = new CheckedOutputStream(OutputStream.nullOutputStream(), checksum)) {
            Files.copy(file, out);
        }
        return checksum.getValue();
    }
}
