package dev.runengine.core.skill;

/** Contract version, implementation and the digest of its binding, as one comparable text. */
public record SkillVersion(String value) {
    public SkillVersion {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("a skill version has 1 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
