package dev.runengine.campaign.planning;

import dev.runengine.campaign.planning.CampaignPlan.Copy;
import dev.runengine.campaign.planning.PlanRequest.Constraints;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the copy: what the brief gives word for word, the rest drawn from phrase lists. */
record CopyWriter(Lexicon lexicon, LanguageChoice language) {
    private static final int HEADLINE_MAX = 60;
    private static final int SENTENCE_MAX = 120;
    private static final int CTA_MAX = 24;

    Copy of(Brief brief, String templateId, Constraints limits, SplitMix random) {
        var code = language.of(brief, limits);
        var phrases = lexicon.phrases(code);
        var headline = random.pick(phrases.headlines().getOrDefault(templateId, phrases.win()));
        var subtext = random.pick(phrases.subtexts());
        var brand = brief.member("brand", "brand_name", "company", "brand.name");
        return new Copy(
                given(brief, HEADLINE_MAX, "headline", "intro_headline", "intro headline")
                        .or(() -> brief.member("title")
                                .filter(title -> title.length() <= HEADLINE_MAX && hasWords(title))
                                .map(Line::clean))
                        .orElse(headline),
                given(brief, SENTENCE_MAX, "subtext", "intro_subtext", "subheadline", "tagline", "slogan")
                        .orElseGet(() -> Line.cut(
                                brand.map(name -> Line.clean(name) + " – " + subtext)
                                        .orElse(subtext),
                                SENTENCE_MAX)),
                given(brief, SENTENCE_MAX, "win_message", "win_text", "win message", "win text")
                        .orElse(random.pick(phrases.win())),
                given(brief, SENTENCE_MAX, "lose_message", "lose_text", "lose message", "lose text")
                        .orElse(random.pick(phrases.lose())),
                given(brief, CTA_MAX, "cta_text", "cta", "button", "button_text", "call to action")
                        .orElse(random.pick(phrases.cta())),
                code);
    }

    /** A title of symbols alone is no line to put above a game: most of them no font can draw. */
    private static boolean hasWords(String title) {
        return title.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** A line of copy given by the brief: as a member, within {@code copy}, or in the text as {@code CTA: "Go"}. */
    private static Optional<String> given(Brief brief, int max, String... names) {
        for (var name : names) {
            var found = brief.member(name, "copy." + name).or(() -> labelled(brief.text(), name));
            if (found.isPresent()) {
                return found.map(Line::clean).map(line -> Line.cut(line, max)).filter(line -> !line.isBlank());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> labelled(String text, String label) {
        var quoted = Pattern.compile(
                "(?iu)\\b" + Pattern.quote(label) + "\\s*(?:[:=]|is)?\\s*[\"“„«]([^\"”“»\\n]{1,200})[\"”“»]");
        var open = Pattern.compile("(?iu)\\b" + Pattern.quote(label) + "\\s*[:=]\\s*([^\\s\"“„«][^\\n;]{0,200})");
        return List.of(quoted, open).stream()
                .map(pattern -> pattern.matcher(text))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }

    /** One line of text for a screen. */
    private static final class Line {
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

        static String clean(String text) {
            return CONTROL.matcher(text).replaceAll(" ").strip();
        }

        static String cut(String text, int max) {
            if (text.codePointCount(0, text.length()) <= max) {
                return text;
            }
            return text.substring(0, text.offsetByCodePoints(0, max - 1)).strip() + "…";
        }
    }
}
