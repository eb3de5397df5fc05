package dev.runengine.campaign.brief;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How hard the game is and how often it is won: as the brief says, else by audience. */
record DifficultyChoice() {
    private static final List<String> EASY = List.of(
            "easy",
            "kids",
            "children",
            "family",
            "families",
            "familie*",
            "famille*",
            "familia*",
            "famigli*",
            "kindern",
            "toddler*",
            "senior*",
            "einfach",
            "kinder",
            "facile",
            "enfants",
            "facil",
            "ninos",
            "bambini");
    private static final List<String> HARD =
            List.of("hard", "difficult", "challenging", "expert*", "gamer*", "pro", "schwer", "difficile", "dificil");
    private static final Pattern CHANCE = Pattern.compile(
            "(?i)(?:win|chance|probability|odds)\\D{0,40}?(\\d{1,3})\\s*%|(\\d{1,3})\\s*%\\s*(?:win|chance|probability|odds)");
    private static final Pattern ONE_IN = Pattern.compile("(?i)\\b(?:1|one) in (\\d{1,4})\\b");

    Difficulty of(Brief brief, Constraints limits) {
        var audience = Optional.ofNullable(limits.targetAudience()).orElse("");
        var words = Words.of(brief.member("difficulty").orElse("") + "\n" + audience + "\n" + brief.text());
        var level = words.containsAny(EASY) ? "easy" : words.containsAny(HARD) ? "hard" : "medium";
        var why = "Set to " + level + (audience.isBlank() ? " by the words of the brief" : " for " + audience);
        return stated(brief.text())
                .map(chance -> new Difficulty(
                        level, chance, why + "; the brief states the chance.", limits.maxGameDurationSec()))
                .orElseGet(() -> new Difficulty(level, usualChance(level), why + ".", limits.maxGameDurationSec()));
    }

    private static double usualChance(String level) {
        return switch (level) {
            case "easy" -> 0.5;
            case "hard" -> 0.2;
            default -> 0.35;
        };
    }

    private static Optional<Double> stated(String text) {
        var percent = CHANCE.matcher(text);
        if (percent.find()) {
            var digits = Optional.ofNullable(percent.group(1)).orElseGet(() -> percent.group(2));
            return Optional.of(Math.min(100, Integer.parseInt(digits)) / 100.0);
        }
        var oneIn = ONE_IN.matcher(text);
        return oneIn.find() ? Optional.of(1.0 / Math.max(1, Integer.parseInt(oneIn.group(1)))) : Optional.empty();
    }
}
