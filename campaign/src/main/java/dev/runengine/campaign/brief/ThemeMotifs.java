package dev.runengine.campaign.brief;

import java.util.List;

/** The motifs that belong to a theme, for steps that are told only its name. */
public final class ThemeMotifs {
    private ThemeMotifs() {}

    /** @param theme an id of the lexicon or free words; unknown ones get the motifs of any celebration */
    public static List<String> of(String theme) {
        var lexicon = Lexicon.SHIPPED;
        var words = Words.of(theme.replace('_', ' '));
        return lexicon.themes().stream()
                .filter(known -> known.id().equals(theme) || words.containsAny(known.words()))
                .findFirst()
                .orElse(lexicon.defaultTheme())
                .motifs();
    }
}
