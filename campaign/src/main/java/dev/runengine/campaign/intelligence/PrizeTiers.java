package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.intelligence.Advice.PrizeTier;
import dev.runengine.campaign.intelligence.PrizeLexicon.Prize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prizes, the rarest first. Together they are won as often as the game is: the harder it is, the smaller the share of
 * its winners who get more than a consolation.
 */
record PrizeTiers(PrizeLexicon lexicon) {
    private static final int MOST = 3;
    private static final double ROUNDING = 1e6;

    List<PrizeTier> of(Case subject) {
        var prizes = prizes(subject);
        var names = names(prizes.size());
        var shares = shares(subject.reading().difficulty().level(), prizes.size());
        var tiers = new ArrayList<PrizeTier>();
        double left = subject.winProbability();
        for (int i = 0; i < prizes.size(); i++) {
            var prize = prizes.get(i);
            double probability = rounded(Math.min(left, subject.winProbability() * shares.get(i)));
            left -= probability;
            tiers.add(new PrizeTier(names.get(i), prize.name(), probability, prize.cost()));
        }
        return List.copyOf(tiers);
    }

    /** Those the brief names, then the smallest ones usual for its theme that cost less: nobody asked for dearer ones. */
    private List<Prize> prizes(Case subject) {
        var named = subject.prizes().prizes().stream().limit(MOST).toList();
        double least = named.stream().mapToDouble(Prize::cost).min().orElse(Double.MAX_VALUE);
        var usual = lexicon.of(subject.reading().theme().id()).stream()
                .filter(prize -> prize.cost() < least)
                .toList();
        int missing = Math.min(usual.size(), MOST - named.size());
        return Stream.concat(named.stream(), usual.subList(usual.size() - missing, usual.size()).stream())
                .toList();
    }

    /** Down to a millionth, but for what is lost in the last bits: 0.28 is not to become 0.279999. */
    private static double rounded(double probability) {
        return Math.floor(probability * ROUNDING + 1e-6) / ROUNDING;
    }

    private static List<String> names(int tiers) {
        return switch (tiers) {
            case 1 -> List.of("grand");
            case 2 -> List.of("grand", "consolation");
            default -> List.of("grand", "main", "consolation");
        };
    }

    /** Of all winners, by tier. */
    private static List<Double> shares(String level, int tiers) {
        double grand = switch (level) {
            case "easy" -> 0.02;
            case "hard" -> 0.005;
            default -> 0.01;
        };
        double main = switch (level) {
            case "easy" -> 0.28;
            case "hard" -> 0.095;
            default -> 0.19;
        };
        return switch (tiers) {
            case 1 -> List.of(1.0);
            case 2 -> List.of(grand + main, 1 - grand - main);
            default -> List.of(grand, main, 1 - grand - main);
        };
    }
}
