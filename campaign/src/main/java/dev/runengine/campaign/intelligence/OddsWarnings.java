package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.intelligence.PrizeLexicon.Prize;
import java.util.stream.Stream;

/** What is wrong with the prizes and the chance to win them. */
final class OddsWarnings {
    private static final double NEARLY_ALWAYS = 0.9;
    private static final double NEARLY_NEVER = 0.01;

    private OddsWarnings() {}

    static Stream<String> prize(Case subject) {
        var prizes = subject.prizes().prizes();
        if (prizes.isEmpty()) {
            return Stream.of("The brief names no prize; the ones suggested are only usual for the theme. Name yours.");
        }
        double dearest = prizes.stream().mapToDouble(Prize::cost).max().orElse(0);
        return subject.prizes().budget().filter(budget -> budget < dearest).stream()
                .map(budget -> "The budget of %d does not pay for one %s at about %d."
                        .formatted(Math.round(budget), prizes.getFirst().name(), Math.round(dearest)));
    }

    static Stream<String> chance(Case subject) {
        double chance = subject.winProbability();
        if (chance == 0) {
            return Stream.of("The stated chance of winning is 0: nobody will ever win.");
        }
        if (chance >= NEARLY_ALWAYS) {
            return Stream.of("Nearly everybody wins: make sure that there are enough prizes.");
        }
        return chance <= NEARLY_NEVER
                ? Stream.of("Hardly anybody wins (" + Summary.percent(chance)
                        + " % of the plays): say so in the terms, or raise the chance.")
                : Stream.empty();
    }
}
