package dev.runengine.core.run;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.skill.SkillVersion;
import java.util.Optional;

/** What an execution is known by: the hash of its input and the version of its skill. */
public record Fingerprint(ContentHash inputHash, SkillVersion skillVersion) {
    static Optional<Fingerprint> of(BaseStep base) {
        return base.inputHash().flatMap(hash -> base.skillVersion().map(version -> new Fingerprint(hash, version)));
    }
}
