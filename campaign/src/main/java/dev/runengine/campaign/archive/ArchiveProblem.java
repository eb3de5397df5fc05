package dev.runengine.campaign.archive;

/**
 * Why an archive, or an entry of it, was not taken.
 *
 * @param path of the entry; empty when the archive as a whole is meant
 */
public record ArchiveProblem(Kind kind, String message, String path, String suggestion) {
    public enum Kind {
        TOO_LARGE,
        TOO_MANY_FILES,
        ENCRYPTED,
        DAMAGED,
        UNSAFE_PATH,
        DUPLICATE_ENTRY,
        DAMAGED_FILE,
        UNPACKS_TOO_LARGE
    }
}
