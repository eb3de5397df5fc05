package dev.runengine.campaign.archive;

import dev.runengine.campaign.archive.ArchiveProblem.Kind;
import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes a ZIP apart. Files are named by number, never by what the archive says; sizes are counted while reading, since an
 * archive may state others. For one thread.
 */
public final class Archive {
    public static final int MOST_FILES = 500;
    public static final long LARGEST_FILE = 80L << 20;
    public static final long LARGEST = 256L << 20;

    private static final int LONGEST_PATH = 200;
    private static final Pattern HOSTILE = Pattern.compile("^/|\\\\|:|(?:^|/)\\.{1,2}(?:/|$)|//|\\p{Cntrl}");

    private final Path folder;
    private final SortedMap<String, ArchiveFile> files = new TreeMap<>();
    private final List<ArchiveProblem> problems = new ArrayList<>();
    private long total;

    /** What could be taken out, by path, and what could not. */
    public record Unpacked(SortedMap<String, ArchiveFile> files, List<ArchiveProblem> problems) {
        public Unpacked {
            problems = List.copyOf(problems);
        }
    }

    private Archive(Path folder) {
        this.folder = folder;
    }

    /** @param folder for the files; is created */
    public static Unpacked unpack(Path zip, Path folder) throws IOException, InterruptedException {
        var archive = new Archive(Files.createDirectories(folder));
        archive.read(zip);
        return new Unpacked(archive.files, archive.problems);
    }

    private void read(Path file) throws IOException, InterruptedException {
        if (Files.size(file) > LARGEST) {
            refuse(
                    Kind.TOO_LARGE,
                    "the archive has " + Files.size(file) + " bytes; more than " + LARGEST + " are not read",
                    "Make the media smaller.");
            return;
        }
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                refuse(
                        Kind.TOO_MANY_FILES,
                        "the archive has " + zip.size() + " entries; at most " + MOST_FILES + " are read",
                        "Leave out what is not needed.");
                return;
            }
            takeAll(zip);
        } catch (ZipException e) {
            var detail = String.valueOf(e.getMessage());
            if (detail.contains("encrypted")) {
                refuse(Kind.ENCRYPTED, "the archive is encrypted", "Pack it without a password.");
            } else {
                refuse(Kind.DAMAGED, "the archive is damaged: " + detail, "Pack or upload it again.");
            }
        }
    }

    private void takeAll(ZipFile zip) throws IOException, InterruptedException {
        for (var entry : List.copyOf(zip.stream().toList())) {
            if (total > LARGEST) {
                return;
            }
            if (!entry.isDirectory()) {
                take(zip, entry);
            }
        }
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException, InterruptedException {
        var path = entry.getName();
        if (HOSTILE.matcher(path).find() || path.length() > LONGEST_PATH) {
            refuse(
                    Kind.UNSAFE_PATH,
                    "an entry has a name that leads out of the archive or that not every system can store: \""
                            + path.replaceAll("\\p{Cntrl}", "?") + "\"",
                    "Use relative paths with forward slashes, without \"..\".");
            return;
        }
        if (files.containsKey(path)) {
            refuse(Kind.DUPLICATE_ENTRY, "the archive holds this file twice", path, "Pack every file once.");
            return;
        }
        try (var in = zip.getInputStream(entry)) {
            copy(in, path);
        } catch (ZipException e) {
            refuse(
                    Kind.DAMAGED_FILE,
                    "this file cannot be unpacked: " + e.getMessage(),
                    path,
                    "Pack the archive again.");
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
                if (size > LARGEST_FILE || total > LARGEST) {
                    stop(path);
                    return;
                }
                out.write(buffer, 0, n);
            }
        }
        var sha256 = ContentHash.ofDigest(digest.digest()).hex();
        files.put(path, new ArchiveFile(path, content, size, sha256));
    }

    private void stop(String path) {
        refuse(
                Kind.UNPACKS_TOO_LARGE,
                "unpacking was stopped: more than " + LARGEST_FILE + " bytes in one file or " + LARGEST + " in all",
                path,
                "Make the media smaller.");
        total = LARGEST + 1;
    }

    private void refuse(Kind kind, String message, String suggestion) {
        refuse(kind, message, "", suggestion);
    }

    private void refuse(Kind kind, String message, String path, String suggestion) {
        problems.add(new ArchiveProblem(kind, message, path, suggestion));
    }
}
