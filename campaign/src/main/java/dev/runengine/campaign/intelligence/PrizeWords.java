package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.Words;
import java.util.regex.Pattern;

/** Tells a thing that is played for from one that is only spoken of: words of winning stand near it. */
final class PrizeWords {
    private static final String WINNING =
            "(?:win|wins|winning|won|winner|prize|prizes|raffle|raffles|giveaway|give|award"
                    + "|awards|reward|rewards|get|gewinn|gewinne|gewinnen|gewinnt|gewinner|verlosen|verlosung|preis|preise|hauptpreis"
                    + "|gagner|gagnez|gagne|lot|lots|prix|gana|ganar|premio|premios|sorteo|vinci|vincere|vincita|premi)";

    private PrizeWords() {}

    static boolean isPlayedFor(Words words, String entry) {
        var thing = Pattern.quote(entry.replace("*", "")) + (entry.endsWith("*") ? "\\S*" : "");
        return Pattern.compile(
                        " " + WINNING + "(?: \\S+){0,6} " + thing + " | " + thing + "(?: \\S+){0,3} " + WINNING + " ")
                .matcher(words.spaced())
                .find();
    }
}
