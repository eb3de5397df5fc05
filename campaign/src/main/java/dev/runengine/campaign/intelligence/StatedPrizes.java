package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.Words;
import dev.runengine.campaign.intelligence.PrizeLexicon.Prize;
import dev.runengine.campaign.intelligence.PrizeLexicon.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a brief says about prizes.
 *
 * @param prizes named, the most valuable first
 * @param budget for all of them together
 */
record StatedPrizes(List<Prize> prizes, Optional<Double> budget) {
    private static final double UNKNOWN_COST = 50;
    private static final Pattern LABELLED =
            Pattern.compile("(?iu)\\b(?:prize|preis|hauptpreis|prix|premio)\\s*[:=]\\s*([^\\s.;,:=][^.;,\\n]{0,199})");
    private static final int NAME_MAX = 120;

    static StatedPrizes in(Brief brief, PrizeLexicon lexicon) {
        var sums = Money.in(brief.text());
        var budget = sums.stream().filter(Money::budget).map(Money::amount).findFirst();
        var value =
                sums.stream().filter(sum -> !sum.budget()).map(Money::amount).findFirst();
        var prizes = new ArrayList<>(listed(brief, lexicon, value));
        if (prizes.isEmpty()) {
            prizes.addAll(mentioned(brief.words(), lexicon, value));
        }
        if (prizes.isEmpty()) {
            value.map(amount -> new Prize("A prize worth " + Math.round(amount), amount))
                    .ifPresent(prizes::add);
        }
        prizes.sort(Comparator.comparingDouble(Prize::cost).reversed().thenComparing(Prize::name));
        return new StatedPrizes(List.copyOf(prizes), budget);
    }

    private static List<Prize> listed(Brief brief, PrizeLexicon lexicon, Optional<Double> value) {
        var single = brief.member("prize", "grand_prize", "main_prize", "prize.name", "prize.title")
                .or(() -> LABELLED.matcher(brief.text())
                        .results()
                        .map(match -> match.group(1).strip())
                        .findFirst());
        return single.isPresent()
                ? List.of(new Prize(shortened(single.get()), value.orElseGet(() -> cost(single.get(), lexicon))))
                : brief.list("prizes").stream()
                        .map(name -> new Prize(shortened(name), cost(name, lexicon)))
                        .toList();
    }

    private static List<Prize> mentioned(Words words, PrizeLexicon lexicon, Optional<Double> value) {
        return lexicon.things().stream()
                .filter(thing -> thing.words().stream()
                        .anyMatch(word -> thing.given() ? words.contains(word) : PrizeWords.isPlayedFor(words, word)))
                .map(thing -> priced(thing, value))
                .toList();
    }

    private static Prize priced(Thing thing, Optional<Double> value) {
        return value.filter(_ -> thing.valued())
                .map(amount -> new Prize(thing.name() + " worth " + Math.round(amount), amount))
                .orElseGet(() -> new Prize(thing.name(), thing.cost()));
    }

    private static double cost(String name, PrizeLexicon lexicon) {
        var words = Words.of(name);
        return Money.in(name).stream()
                .map(Money::amount)
                .findFirst()
                .or(() -> lexicon.things().stream()
                        .filter(thing -> words.containsAny(thing.words()))
                        .map(Thing::cost)
                        .findFirst())
                .orElse(UNKNOWN_COST);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_MAX - 1)) + "…";
    }
}
