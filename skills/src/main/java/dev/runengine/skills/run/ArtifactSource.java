package dev.runengine.skills.run;

import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The artifacts one tenant has. Safe for concurrent use. */
@FunctionalInterface
public interface ArtifactSource {
    /** @return a file that stays until the execution ends, empty when the tenant has no such artifact */
    Optional<Path> find(ContentHash hash) throws IOException;
}
