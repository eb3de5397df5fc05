package dev.runengine.campaign.validation;

import dev.runengine.campaign.game.MediaKind;
import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes a bundle out of its ZIP. Files are named by number, never by what the archive says; sizes are counted while
 * reading, since an archive may state others.
 */
final class Unpacking {
    static final int MOST_FILES = 500;
    static final long LARGEST_FILE = 80L << 20;
    static final long LARGEST_BUNDLE = 256L << 20;

    private static final int LONGEST_PATH = 200;
    private static final Pattern HOSTILE = Pattern.compile("^/|\\\\|:|(?:^|/)\\.{1,2}(?:/|$)|//|\\p{Cntrl}");

    private final Path folder;
    private final Issues issues;
    private final SortedMap<String, BundledFile> files = new TreeMap<>();
    private long total;

    private Unpacking(Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /** What could be taken out; what could not is an issue. */
    static Bundle unpack(Path archive, Path folder, Issues issues) throws IOException, InterruptedException {
        long size = Files.size(archive);
        var unpacking = new Unpacking(Files.createDirectories(folder), issues);
        if (size > LARGEST_BUNDLE) {
            issues.error(
                    "bundle_too_large",
                    "the archive has " + size + " bytes; more than " + LARGEST_BUNDLE + " are not read",
                    null,
                    "Make the media smaller.");
        } else {
            unpacking.open(archive);
        }
        return new Bundle(size, unpacking.files);
    }

    private void open(Path archive) throws IOException, InterruptedException {
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_FILES) {
                issues.error(
                        "too_many_files",
                        "the archive has " + zip.size() + " entries; at most " + MOST_FILES + " are read",
                        null,
                        "Leave out what the game does not need.");
                return;
            }
            for (var entry : List.copyOf(zip.stream().toList())) {
                if (total > LARGEST_BUNDLE) {
                    return;
                }
                take(zip, entry);
            }
        } catch (ZipException e) {
            var detail = String.valueOf(e.getMessage());
            if (detail.contains("encrypted")) {
                issues.error("zip_encrypted", "the archive is encrypted", null, "Pack it without a password.");
            } else {
                issues.error("zip_damaged", "the archive is damaged: " + detail, null, "Pack or upload it again.");
            }
        }
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException, InterruptedException {
        var path = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        if (HOSTILE.matcher(path).find() || path.length() > LONGEST_PATH) {
            issues.error(
                    "unsafe_path",
                    "an entry has a name that leads out of the bundle or that not every system can store: \""
                            + path.replaceAll("\\p{Cntrl}", "?") + "\"",
                    null,
                    "Use relative paths with forward slashes, without \"..\".");
            return;
        }
        if (files.containsKey(path)) {
            issues.error("duplicate_entry", "the archive holds this file twice", path, "Pack every file once.");
            return;
        }
        try (var in = zip.getInputStream(entry)) {
            copy(in, path);
        } catch (ZipException e) {
            issues.error(
                    "file_damaged", "this file cannot be unpacked: " + e.getMessage(), path, "Pack the bundle again.");
        }
    }

    private void copy(InputStream in, String path) throws IOException, InterruptedException {
        var content = folder.resolve("file-" + files.size());
        var digest = ContentHash.sha256();
        long size = 0;
        try (var hashed = new DigestInputStream(in, digest);
                var out = Files.newOutputStream(content)) {
            var buffer = new byte[1 << 16];
            for (int n = hashed.read(buffer); n >= 0; n = hashed.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                size += n;
                total += n;
                if (size > LARGEST_FILE || total > LARGEST_BUNDLE) {
                    issues.error(
                            "unpacks_too_large",
                            "unpacking was stopped: more than " + LARGEST_FILE + " bytes in one file or "
                                    + LARGEST_BUNDLE + " in all",
                            path,
                            "Make the media smaller.");
                    total = LARGEST_BUNDLE + 1;
                    return;
                }
                out.write(buffer, 0, n);
            }
        }
        files.put(
                path,
                new BundledFile(
                        path,
                        content,
                        size,
                        ContentHash.ofDigest(digest.digest()).hex(),
                        MediaKind.of(content)));
    }
}
