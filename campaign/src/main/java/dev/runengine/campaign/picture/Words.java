package dev.runengine.campaign.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a prompt that ask for something: what follows a "no" or "without" does not. */
record Words(List<String> asked) {
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "without", "ohne", "kein", "keine", "sin", "sans");
    private static final int SHORTEST_STEM = 4;

    static Words of(String text) {
        var asked = new ArrayList<String>();
        boolean negated = false;
        for (var word : SEPARATOR.split(text.toLowerCase(Locale.ROOT))) {
            if (!negated && !NEGATIONS.contains(word)) {
                asked.add(word);
            }
            negated = NEGATIONS.contains(word);
        }
        return new Words(List.copyOf(asked));
    }

    /** Where the first word that begins with one of the stems stands; past the end if there is none. */
    int firstPlace(List<String> stems) {
        for (int i = 0; i < asked.size(); i++) {
            var word = asked.get(i);
            if (stems.stream().anyMatch(stem -> matches(word, stem))) {
                return i;
            }
        }
        return asked.size();
    }

    /** How many words begin with one of the stems; a stem shorter than four letters must be the whole word. */
    int count(List<String> stems) {
        return (int) asked.stream()
                .filter(word -> stems.stream().anyMatch(stem -> matches(word, stem)))
                .count();
    }

    private static boolean matches(String word, String stem) {
        return stem.length() < SHORTEST_STEM ? word.equals(stem) : word.startsWith(stem);
    }
}
