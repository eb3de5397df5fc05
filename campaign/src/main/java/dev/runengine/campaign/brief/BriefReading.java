package dev.runengine.campaign.brief;

import dev.runengine.campaign.random.SplitMix;

/**
 * What a brief comes to under its constraints. Every step that thinks reads it here, so that all come to the same.
 *
 * @param theme of those that are not excluded
 * @param wishedTheme what it would be if nothing were excluded
 * @param stated the colours the brief names itself
 * @param colours those, completed
 * @param mood one of happy, energetic, calm, dark, epic, romantic, playful, mysterious
 * @param language BCP 47 primary subtag; {@code und} where it cannot be told
 */
public record BriefReading(
        Theme theme,
        Theme wishedTheme,
        GameChoice game,
        StatedScheme stated,
        ColorScheme colours,
        Difficulty difficulty,
        String mood,
        String language) {

    /** @param random decides what the brief leaves open */
    public static BriefReading of(Brief brief, Constraints limits, SplitMix random) {
        var lexicon = Lexicon.SHIPPED;
        var themes = new ThemeChoice(lexicon);
        var theme = themes.of(brief, limits.excludedThemes());
        var game = new TemplateChoice(lexicon).of(brief, limits, random);
        var stated = new StatedColours(lexicon.colours()).in(brief);
        return new BriefReading(
                theme,
                themes.of(brief, Constraints.NONE.excludedThemes()),
                game,
                stated,
                Palette.of(stated, theme, random),
                new DifficultyChoice().of(brief, limits),
                lexicon.moods().firstNamed(brief.words()).orElse(theme.mood()),
                new LanguageChoice(lexicon.languages()).of(brief, limits));
    }
}
