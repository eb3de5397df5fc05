package dev.runengine.skills.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The files a skill adds to its result, in the order in which it adds them. Safe for concurrent use. */
final class Publication {
    /** RFC 6838, section 4.2, with optional parameters. */
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(;[ -~]{1,200})?");

    private static final Pattern FILENAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,255}");

    /** The skill went on writing to a file whose address it already had. */
    static final class ChangedFileException extends IOException {
        private static final long serialVersionUID = 1;

        private ChangedFileException(PublishedFile file) {
            super("it changed or removed " + file.path().getFileName() + " after publishing it; publish a file once it"
                    + " is complete");
        }
    }

    /** Enough to notice a change without reading the file again; whoever stores the file hashes it once more. */
    private record Stamp(long size, long modifiedNanos, Object fileKey) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    Objects.requireNonNullElse(attributes.fileKey(), ""));
        }
    }

    private record Entry(PublishedFile file, Stamp stamp) {}

    private final Path workspace;
    private final long maxFileBytes;
    private final List<Entry> entries = new ArrayList<>();
    private boolean ended;

    Publication(Path workspace, long maxFileBytes) {
        this.workspace = workspace;
        this.maxFileBytes = maxFileBytes;
    }

    ArtifactAddress add(Path file, String mediaType, String filename) throws IOException {
        requireForm(MEDIA_TYPE, mediaType, "a media type such as image/png");
        requireForm(FILENAME, filename, "a file name without folders, 1 to 255 characters");
        var path = insideWorkspace(file);
        var attributes = regularFile(path); // Before hashing: a write during it then shows as a change.
        var hash = hash(path);
        var published = new PublishedFile(path, hash, attributes.size(), mediaType, filename);
        remember(new Entry(published, Stamp.of(attributes)));
        return new ArtifactAddress(hash);
    }

    synchronized void end() {
        ended = true;
    }

    synchronized List<PublishedFile> unchangedFiles() throws IOException {
        for (var entry : entries) {
            if (!isUnchanged(entry)) {
                throw new ChangedFileException(entry.file());
            }
        }
        return entries.stream().map(Entry::file).toList();
    }

    private static boolean isUnchanged(Entry entry) throws IOException {
        var path = entry.file().path();
        return Files.exists(path, NOFOLLOW_LINKS)
                && Stamp.of(Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS))
                        .equals(entry.stamp());
    }

    private synchronized void remember(Entry entry) {
        if (ended) {
            throw new IllegalStateException("the skill has returned; nothing can be published any more");
        }
        entries.add(entry);
    }

    /** @return the path with every folder on the way resolved, so that no symbolic link leads out */
    private Path insideWorkspace(Path file) throws IOException {
        var absolute = workspace.resolve(file).normalize();
        var name = absolute.getFileName();
        var parent = absolute.getParent();
        if (name == null || parent == null || !parent.toRealPath().startsWith(workspace)) {
            throw new IllegalArgumentException(
                    "only files inside the workspace can be published, not " + workspace.relativize(absolute));
        }
        return parent.toRealPath().resolve(name);
    }

    private BasicFileAttributes regularFile(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new IllegalArgumentException(
                    "only regular files can be published, no folders and no links: " + path.getFileName());
        }
        if (attributes.size() > maxFileBytes) {
            throw new IllegalArgumentException(path.getFileName() + " has " + attributes.size()
                    + " bytes; a published file may have " + maxFileBytes);
        }
        return attributes;
    }

    private static ContentHash hash(Path file) throws IOException {
        var digest = ContentHash.sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, sink);
        }
        return ContentHash.ofDigest(digest.digest());
    }

    private static void requireForm(Pattern form, String text, String what) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + what);
        }
    }
}
