package dev.runengine.skills.run;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext.ArtifactMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Copies of the artifacts a skill has asked for, each made once.
 *
 * <p>Never a hard link, not even where a copy fails: a link is the stored file itself, its permissions included, so a
 * skill that writes to it, or any skill of a server that runs as root, would damage what every run shares. On file
 * systems that share blocks between copies the copy costs next to nothing; elsewhere it is paid by the skill that asks.
 */
final class FetchedArtifacts {
    private final ArtifactSource source;
    private final Path folder;
    private final Map<ArtifactAddress, Path> copies = new HashMap<>();

    FetchedArtifacts(ArtifactSource source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /** Synchronized through the copying: a second thread that asks for the same artifact gets the finished copy. */
    synchronized Path fetch(ArtifactAddress address) throws IOException {
        var known = copies.get(address);
        if (known != null) {
            return known;
        }
        var stored = source.find(address.hash()).orElseThrow(() -> new ArtifactMissingException(address));
        // What is there already is half of a copy that failed.
        var copy = Files.copy(stored, folder.resolve(address.hash().hex()), REPLACE_EXISTING);
        makeReadOnly(copy);
        copies.put(address, copy);
        return copy;
    }

    synchronized Set<ArtifactAddress> addresses() {
        return Set.copyOf(copies.keySet());
    }

    private static void makeReadOnly(Path copy) throws IOException {
        if (!copy.toFile().setReadOnly()) {
            throw new IOException("could not make " + copy + " read-only");
        }
    }
}
