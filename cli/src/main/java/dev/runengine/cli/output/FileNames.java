package dev.runengine.cli.output;

import java.util.HashSet;
import java.util.Set;

/** Names that a server gives, as names that are safe in one folder and differ from each other. */
final class FileNames {
    private static final int LONGEST = 120;

    private final Set<String> taken = new HashSet<>();

    String free(String wanted) {
        var safe = safe(wanted);
        var name = safe;
        for (int n = 2; !taken.add(name); n++) {
            name = n + "-" + safe;
        }
        return name;
    }

    /** A leading dot would hide the file, or be the folder itself. */
    static String safe(String wanted) {
        var name = wanted.replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceAll("^[. ]+", "")
                .strip();
        var whole = name.isEmpty() ? "file" : name;
        return whole.length() <= LONGEST ? whole : whole.substring(whole.length() - LONGEST);
    }
}
