package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.copy.CopyWriter;
import java.util.List;
import java.util.stream.Stream;

/** What does not suit those who shall play. */
final class AudienceWarnings {
    private static final int TOO_FEW_WORDS = 3;
    private static final List<String> MINORS = List.of(
            "kid",
            "kids",
            "child",
            "children",
            "toddler*",
            "teen*",
            "minors",
            "pupils",
            "kinder",
            "kindern",
            "jugendliche*",
            "enfant*",
            "nino*",
            "nina*",
            "bambin*");
    private static final List<String> ADULTS_ONLY = List.of(
            "alcohol*",
            "beer*",
            "wine",
            "whisky",
            "whiskey",
            "vodka",
            "champagne",
            "cocktail*",
            "casino",
            "betting",
            "tobacco",
            "cigar*",
            "bier*",
            "wein",
            "sekt",
            "biere",
            "vin",
            "cerveza*",
            "vino",
            "birra");
    private static final List<String> HARD = List.of("hard", "difficult", "schwer", "difficile", "dificil");

    private AudienceWarnings() {}

    static Stream<String> audience(Case subject) {
        var words = subject.words();
        if (!words.containsAny(MINORS)) {
            return Stream.empty();
        }
        var adults = words.containsAny(ADULTS_ONLY)
                ? Stream.of("The brief speaks of things for adults only, but is for minors.")
                : Stream.<String>empty();
        var hard = words.containsAny(HARD)
                ? Stream.of("The brief asks for a hard game, but is for children; it is set to %s."
                        .formatted(subject.reading().difficulty().level()))
                : Stream.<String>empty();
        return Stream.concat(adults, hard);
    }

    static Stream<String> language(Case subject) {
        var language = subject.reading().language();
        return CopyWriter.speaks(language)
                ? Stream.empty()
                : Stream.of(
                        "There are no phrases in the language of the campaign (%s): give headline, subtext, cta_text, win_message and lose_message with the brief."
                                .formatted(language));
    }

    static Stream<String> brevity(Case subject) {
        return subject.brief().words().spaced().strip().split(" ").length < TOO_FEW_WORDS
                ? Stream.of("The brief says very little: most of this advice is what is usual, not what was asked for.")
                : Stream.empty();
    }
}
