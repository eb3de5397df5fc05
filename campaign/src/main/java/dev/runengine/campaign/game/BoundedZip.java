package dev.runengine.campaign.game;

import dev.runengine.skills.typed.SkillException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP from outside. Sizes are counted while reading: what a ZIP says about itself is not believed. */
final class BoundedZip implements AutoCloseable {
    /** Bytes of one file and of all files together, unpacked. */
    record Limits(int entries, long file, long total) {}

    private static final Pattern HOSTILE = Pattern.compile("^[/\\\\]|^[A-Za-z]:|\\\\|(?:^|/)\\.\\.(?:/|$)|\\p{Cntrl}");

    private final ZipFile zip;
    private final Limits limits;
    private final String pointer;
    private long total;

    private BoundedZip(ZipFile zip, Limits limits, String pointer) {
        this.zip = zip;
        this.limits = limits;
        this.pointer = pointer;
    }

    /** @param pointer to the input that named the file, for refusals */
    static BoundedZip open(Path file, Limits limits, String pointer) throws IOException, SkillException {
        BoundedZip zip;
        try {
            zip = new BoundedZip(new ZipFile(file.toFile()), limits, pointer);
        } catch (ZipException e) {
            throw SkillException.invalidInput(pointer, "is a damaged ZIP: " + e.getMessage());
        }
        try {
            zip.refuseHostileNames();
            return zip;
        } catch (SkillException e) {
            zip.close();
            throw e;
        }
    }

    private void refuseHostileNames() throws SkillException {
        if (zip.size() > limits.entries()) {
            throw refused("holds " + zip.size() + " entries; at most " + limits.entries() + " are read");
        }
        for (var entry : entries()) {
            if (HOSTILE.matcher(entry.getName()).find()) {
                throw refused("holds an entry that leads out of the pack: \"" + entry.getName() + "\"");
            }
        }
    }

    List<ZipEntry> entries() {
        return List.copyOf(zip.stream().toList());
    }

    Optional<ZipEntry> entry(String name) {
        return Optional.ofNullable(zip.getEntry(name));
    }

    void copy(ZipEntry entry, Path target) throws IOException, SkillException {
        try (var in = zip.getInputStream(entry);
                var out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                total += n;
                if (size > limits.file() || total > limits.total()) {
                    throw refused("unpacks to more than " + (limits.file() >> 20) + " MiB in one file or "
                            + (limits.total() >> 20) + " MiB in all");
                }
                out.write(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            throw refused("is a damaged ZIP: " + e.getMessage());
        }
    }

    /** The first bytes of an entry, as many as asked for at most. */
    byte[] head(ZipEntry entry, int most) throws IOException, SkillException {
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        } catch (ZipException | EOFException e) {
            throw refused("is a damaged ZIP: " + e.getMessage());
        }
    }

    SkillException refused(String detail) {
        return SkillException.invalidInput(pointer, detail);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
