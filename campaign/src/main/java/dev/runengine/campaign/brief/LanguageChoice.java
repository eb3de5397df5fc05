package dev.runengine.campaign.brief;

import dev.runengine.campaign.brief.Lexicon.Language;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language of a campaign: as asked, else that of the brief, else that of the region, else English. */
record LanguageChoice(List<Language> languages) {
    private static final int SURE = 2;
    private static final String FALLBACK = "en";
    private static final String UNDETERMINED = "und";
    private static final Pattern SUBTAG = Pattern.compile("[a-z]{2,3}");

    String of(Brief brief, Constraints limits) {
        return Optional.ofNullable(limits.language())
                .or(() -> brief.member("language", "copy.language", "constraints.language", "locale"))
                .flatMap(this::named)
                .or(() -> written(brief))
                .or(() -> spokenIn(limits.region()))
                .orElse(FALLBACK);
    }

    /** A tag such as {@code de-AT}, or a name such as {@code German}. */
    private Optional<String> named(String asked) {
        if (asked.equalsIgnoreCase(UNDETERMINED)) {
            return Optional.of(UNDETERMINED);
        }
        var words = Words.of(asked);
        return languages.stream()
                .filter(language -> words.containsAny(language.names()))
                .map(Language::code)
                .findFirst()
                .or(() -> Optional.of(
                                Locale.forLanguageTag(asked.replace('_', '-')).getLanguage())
                        .filter(code -> SUBTAG.matcher(code).matches()));
    }

    private Optional<String> written(Brief brief) {
        var words = brief.words();
        return languages.stream()
                .filter(language -> words.count(language.functionWords()) >= SURE)
                .max(Comparator.<Language>comparingInt(language -> words.count(language.functionWords()))
                        .thenComparing(language -> -languages.indexOf(language)))
                .map(Language::code)
                .or(() -> isForeign(brief.text()) ? Optional.of(UNDETERMINED) : Optional.empty());
    }

    /** Whether most letters are of a script in which none of the known languages is written. */
    private static boolean isForeign(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                .count();
        return latin * 2 < letters;
    }

    private Optional<String> spokenIn(@Nullable String region) {
        return Optional.ofNullable(region)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .flatMap(code -> languages.stream()
                        .filter(language -> language.regions().contains(code))
                        .findFirst())
                .map(Language::code);
    }
}
