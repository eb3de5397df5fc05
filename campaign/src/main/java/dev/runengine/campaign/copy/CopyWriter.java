package dev.runengine.campaign.copy;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.random.SplitMix;
import java.util.Optional;

/** Writes the texts of a campaign: what the brief gives word for word, the rest drawn from phrase lists. */
public final class CopyWriter {
    private static final int HEADLINE_MAX = 60;
    private static final int SENTENCE_MAX = 120;
    private static final int CTA_MAX = 24;

    private CopyWriter() {}

    /**
     * @param templateId of the game
     * @param language BCP 47 primary subtag; without phrases in it, what the brief does not give becomes signs
     */
    public static CampaignCopy write(Brief brief, String templateId, String language, SplitMix random) {
        var phrases = Phrases.in(language);
        var given = new GivenCopy(brief);
        var headline = random.pick(phrases.headlines().getOrDefault(templateId, phrases.win()));
        var subtext = random.pick(phrases.subtexts());
        var brand = brief.brand();
        return new CampaignCopy(
                line(given.of(CopyType.HEADLINE), HEADLINE_MAX)
                        .or(() -> speaks(language) ? Optional.empty() : ownWords(brief))
                        .orElse(headline),
                line(given.of(CopyType.SUBHEADLINE), SENTENCE_MAX)
                        .orElseGet(() -> Line.cut(
                                brand.map(name -> Line.clean(name) + " – " + subtext)
                                        .orElse(subtext),
                                SENTENCE_MAX)),
                line(given.of(CopyType.WIN_MESSAGE), SENTENCE_MAX).orElse(random.pick(phrases.win())),
                line(given.of(CopyType.LOSE_MESSAGE), SENTENCE_MAX).orElse(random.pick(phrases.lose())),
                line(given.of(CopyType.CTA_BUTTON), CTA_MAX).orElse(random.pick(phrases.cta())),
                language);
    }

    /** The brief itself, where it is a line that could stand above a game. */
    private static Optional<String> ownWords(Brief brief) {
        var text = Line.clean(brief.text());
        return brief.source().isString() && text.codePointCount(0, text.length()) <= HEADLINE_MAX
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether there are phrases in this language. */
    public static boolean speaks(String language) {
        return Phrases.isSpoken(language);
    }

    private static Optional<String> line(Optional<String> given, int max) {
        return given.map(Line::clean).map(line -> Line.cut(line, max)).filter(line -> !line.isBlank());
    }
}
