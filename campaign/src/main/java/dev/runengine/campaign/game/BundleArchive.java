package dev.runengine.campaign.game;

import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the ZIP of a bundle: sorted entries, one fixed time, media stored and text deflated. The same files give the same
 * bytes on the same JDK; which bytes deflate makes is up to the JDK's zlib, so identity rests on the hashes of the files.
 */
final class BundleArchive {
    static final String MANIFEST = "manifest.json";

    private static final int ID_DIGITS = 16;

    /** The first instant a ZIP can state. Local, because with a zone the bytes would depend on the machine's. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** @param fileCount with the manifest, which is in the ZIP too */
    record Packed(BundleResult.Manifest manifest, Path manifestFile, Path zip, int fileCount) {}

    private BundleArchive() {}

    /** Packs files and a manifest of them. */
    static Packed pack(String templateId, List<BundleFile> files, int compressionLevel, Path folder)
            throws IOException {
        var manifest = manifest(templateId, describe(files));
        var manifestFile = Files.write(folder.resolve(MANIFEST), Resources.canonical(manifest));
        var packed = new ArrayList<>(files);
        packed.add(new BundleFile(MANIFEST, manifestFile, "application/json"));
        var zip = folder.resolve("bundle.zip");
        write(packed, compressionLevel, zip);
        return new Packed(manifest, manifestFile, zip, packed.size());
    }

    private static BundleResult.Manifest manifest(String templateId, List<BundleResult.FileEntry> files) {
        var checksum = ContentHash.of(Resources.canonical(files)).hex();
        return new BundleResult.Manifest(
                "game_" + checksum.substring(0, ID_DIGITS), templateId, PlayerFiles.ENTRY_POINT, checksum, files);
    }

    private static void write(List<BundleFile> files, int compressionLevel, Path target) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setLevel(compressionLevel);
            for (var file : sorted(files)) {
                zip.putNextEntry(entry(file));
                Files.copy(file.content(), zip);
                zip.closeEntry();
            }
        }
    }

    private static List<BundleResult.FileEntry> describe(List<BundleFile> files) throws IOException {
        var entries = new ArrayList<BundleResult.FileEntry>();
        for (var file : sorted(files)) {
            entries.add(new BundleResult.FileEntry(file.path(), file.size(), sha256(file.content()), file.mediaType()));
        }
        return List.copyOf(entries);
    }

    private static List<BundleFile> sorted(List<BundleFile> files) {
        return files.stream().sorted(Comparator.comparing(BundleFile::path)).toList();
    }

    private static ZipEntry entry(BundleFile file) throws IOException {
        var entry = new ZipEntry(file.path());
        entry.setTimeLocal(TIME);
        if (!file.compressible()) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(file.size());
            entry.setCrc(crc(file.content()));
        }
        return entry;
    }

    private static long crc(Path content) throws IOException {
        try (var out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32())) {
            Files.copy(content, out);
            return out.getChecksum().getValue();
        }
    }

    static String sha256(Path content) throws IOException {
        var digest = ContentHash.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(content, out);
        }
        return ContentHash.ofDigest(digest.digest()).hex();
    }
}
