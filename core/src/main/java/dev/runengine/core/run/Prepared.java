package dev.runengine.core.run;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillVersion;

/** A step's input, resolved once, and what it is known by. */
public record Prepared(Json input, Fingerprint fingerprint) {
    public ContentHash inputHash() {
        return fingerprint.inputHash();
    }

    public SkillVersion skillVersion() {
        return fingerprint.skillVersion();
    }
}
