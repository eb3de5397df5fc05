package dev.runengine.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a person meant who wrote a name that does not exist. */
public final class Nearest {
    /** Long lists and long names are not worth the time a guess takes. */
    private static final int MAX_CANDIDATES = 1_000;

    private static final int MAX_LENGTH = 100;

    private Nearest() {}

    /** The candidate that takes the fewest edits, when that is no more than a third of its letters (one at least). */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return candidates.stream()
                .limit(MAX_CANDIDATES)
                .filter(candidate -> candidate.length() <= MAX_LENGTH)
                .map(candidate -> new Guess(candidate, distance(word, candidate)))
                .filter(guess -> guess.edits < word.length())
                .filter(guess -> guess.edits <= Math.max(1, guess.candidate.length() / 3))
                .min(Comparator.comparingInt(Guess::edits))
                .map(Guess::candidate);
    }

    /** {@code ; did you mean "x"?}, or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(candidate -> "; did you mean \"" + candidate + "\"?")
                .orElse("");
    }

    private record Guess(String candidate, int edits) {}

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
