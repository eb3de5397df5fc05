package dev.runengine.campaign.brief;

import java.util.Comparator;
import java.util.List;

/** Finds the theme whose words the brief uses most. */
record ThemeChoice(Lexicon lexicon) {
    private static final int NAMED_THEME_WEIGHT = 5;

    Theme of(Brief brief, List<String> excluded) {
        var named = Words.of(brief.member("theme", "style", "title").orElse(""));
        return lexicon.themes().stream()
                .filter(theme -> !isExcluded(theme, excluded))
                .filter(theme -> score(theme, brief, named) > 0)
                // The first of equals wins: the order of the lexicon is part of the contract.
                .max(Comparator.<Theme>comparingInt(theme -> score(theme, brief, named))
                        .thenComparing(theme -> -lexicon.themes().indexOf(theme)))
                .orElse(lexicon.defaultTheme());
    }

    private static int score(Theme theme, Brief brief, Words named) {
        return brief.words().count(theme.words())
                + (named.contains(theme.name()) || named.containsAny(theme.words()) ? NAMED_THEME_WEIGHT : 0);
    }

    private static boolean isExcluded(Theme theme, List<String> excluded) {
        return excluded.stream()
                .map(Words::of)
                .anyMatch(words -> words.contains(theme.name()) || words.containsAny(theme.words()));
    }
}
