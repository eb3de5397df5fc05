package dev.runengine.core.run;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillVersion;

/** What an execution is known by: the hash of its input and the version of its skill. */
public record Fingerprint(ContentHash inputHash, SkillVersion skillVersion) {}
