package dev.runengine.campaign.picture;

import dev.runengine.campaign.picture.hero.Hero;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which game a prompt means when no template is named. */
final class HeroLexicon {
    private static final Map<Hero, List<String>> STEMS = new EnumMap<>(Map.of(
            Hero.SPIN_WHEEL, List.of("wheel", "spin", "glücksrad", "ruleta", "roue"),
            Hero.SCRATCH_CARD, List.of("scratch", "rubbel", "rasca", "grattage"),
            Hero.SLOT_MACHINE, List.of("slot", "slots", "jackpot", "casino", "tragaperras"),
            Hero.MEMORY_MATCH, List.of("memory", "pairs", "matching", "memoria", "mémoire"),
            Hero.CATCH_GAME, List.of("catch", "basket", "falling", "fang", "atrapa", "attrape"),
            Hero.QUIZ, List.of("quiz", "trivia", "question", "preguntas")));

    private HeroLexicon() {}

    static Optional<Hero> named(Words prompt) {
        return STEMS.entrySet().stream()
                .filter(entry -> prompt.count(entry.getValue()) > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
