package dev.runengine.campaign.game;

import dev.runengine.campaign.game.Mechanics.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of a game in one language: JSON resources, English where a language is not there. */
record Texts(
        String headline,
        String subtext,
        String winMessage,
        String loseMessage,
        String ctaText,
        Map<String, String> instructions,
        Map<String, String> actions,
        String playAgain,
        String mute,
        String unmute,
        String movesLeft,
        String openBox,
        String winLabel,
        String loseLabel) {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it");

    static Texts in(String language) {
        return Resources.read("texts/" + shipped(language) + ".json", Texts.class);
    }

    /** Questions about a theme, then general ones. */
    static List<Question> questions(String language, String theme) {
        var all = Resources.read("questions/" + shipped(language) + ".json", QuestionsByTheme.class);
        return Stream.concat(all.about(theme).stream(), all.about("general").stream())
                .toList();
    }

    /** Everything the player shows, with the given texts in place of the usual ones. */
    Map<String, String> complete(String templateId, Map<String, String> given) {
        var copy = new LinkedHashMap<String, String>();
        copy.put("intro_headline", headline);
        copy.put("intro_subtext", subtext);
        copy.put("win_message", winMessage);
        copy.put("lose_message", loseMessage);
        copy.put("cta_text", ctaText);
        copy.put("instruction", instructions.getOrDefault(templateId, subtext));
        copy.put("action", actions.getOrDefault(templateId, ctaText));
        copy.put("play_again", playAgain);
        copy.put("mute", mute);
        copy.put("unmute", unmute);
        copy.put("moves_left", movesLeft);
        copy.put("open_box", openBox);
        copy.replaceAll((name, usual) -> given.getOrDefault(name, usual));
        return copy;
    }

    private static String shipped(String language) {
        var code = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return LANGUAGES.contains(code) ? code : "en";
    }

    /** Questions under the name of the theme they are about. */
    static final class QuestionsByTheme extends LinkedHashMap<String, List<Question>> {
        private static final long serialVersionUID = 1;

        List<Question> about(String theme) {
            return getOrDefault(theme, List.of());
        }
    }
}
