package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.intelligence.Advice.PrizeTier;
import dev.runengine.campaign.intelligence.PrizeLexicon.Prize;
import java.util.ArrayList;
import java.util.List;

/**
 * Three prizes, the rarest first. Together they are won as often as the game is: the harder it is, the smaller the share
 * of its winners who get more than a consolation.
 */
record PrizeTiers(PrizeLexicon lexicon) {
    private static final List<String> NAMES = List.of("grand", "main", "consolation");
    private static final double ROUNDING = 1e6;

    List<PrizeTier> of(Case subject) {
        var prizes = prizes(subject);
        var shares = shares(subject.reading().difficulty().level());
        var tiers = new ArrayList<PrizeTier>();
        for (int i = 0; i < NAMES.size(); i++) {
            // Rounded down: the sum must never exceed the chance of winning.
            double probability = Math.floor(subject.winProbability() * shares.get(i) * ROUNDING) / ROUNDING;
            var prize = prizes.get(i);
            tiers.add(new PrizeTier(NAMES.get(i), prize.name(), probability, prize.cost()));
        }
        return List.copyOf(tiers);
    }

    /** Those the brief names from the top, then those of its theme that are worth less. */
    private List<Prize> prizes(Case subject) {
        var usual = lexicon.of(subject.reading().theme().id());
        var prizes = new ArrayList<>(
                subject.prizes().prizes().stream().limit(NAMES.size()).toList());
        for (int i = prizes.size(); i < NAMES.size(); i++) {
            var next = usual.get(i);
            double most = i == 0 ? Double.MAX_VALUE : prizes.get(i - 1).cost();
            prizes.add(new Prize(next.name(), Math.min(next.cost(), most)));
        }
        return prizes;
    }

    private static List<Double> shares(String level) {
        return switch (level) {
            case "easy" -> List.of(0.02, 0.28, 0.7);
            case "hard" -> List.of(0.005, 0.095, 0.9);
            default -> List.of(0.01, 0.19, 0.8);
        };
    }
}
