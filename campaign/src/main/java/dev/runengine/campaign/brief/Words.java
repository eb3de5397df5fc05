package dev.runengine.campaign.brief;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words that can be looked up: lower case, without accents, one space between words. {@code Crème-Brûlée!}
 * reads {@code creme brulee}.
 */
public record Words(String spaced) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}#]+");

    public static Words of(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var plain = MARKS.matcher(folded).replaceAll("").replace("ß", "ss");
        return new Words(" " + SEPARATORS.matcher(plain).replaceAll(" ").strip() + " ");
    }

    /** @param entry a word or phrase of a lexicon; a trailing {@code *} stands for any ending */
    public boolean contains(String entry) {
        return position(entry) >= 0;
    }

    /** Where an entry first stands, or -1. */
    int position(String entry) {
        return entry.endsWith("*")
                ? spaced.indexOf(" " + entry.substring(0, entry.length() - 1))
                : spaced.indexOf(" " + entry + " ");
    }

    /** Where the first of the entries stands. */
    int firstPosition(Collection<String> entries) {
        return entries.stream()
                .mapToInt(this::position)
                .filter(position -> position >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    public int count(Collection<String> entries) {
        return (int) entries.stream().filter(this::contains).count();
    }

    public boolean containsAny(Collection<String> entries) {
        return entries.stream().anyMatch(this::contains);
    }
}
