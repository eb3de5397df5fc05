package dev.runengine.campaign.mesh;

import dev.runengine.campaign.mesh.shape.Prize;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which prize words ask for. A name counts before a hint: "a cup of coffee" is coffee, "the world cup" a trophy. */
final class Lexicon {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int NAME = 3;
    private static final int HINT = 1;

    private record Words(Set<String> names, Set<String> hints) {
        static Words of(String names, String hints) {
            return new Words(Set.of(names.split(" ")), Set.of(hints.split(" ")));
        }

        int weight(String word) {
            return names.contains(word) ? NAME : hints.contains(word) ? HINT : 0;
        }
    }

    private static final Map<Prize, Words> WORDS = words();

    private Lexicon() {}

    private static Map<Prize, Words> words() {
        var words = new EnumMap<Prize, Words>(Prize.class);
        words.put(
                Prize.TROPHY, Words.of("trophy trophies pokal trophée trofeo", "cup champion champions winner award"));
        words.put(
                Prize.GIFT,
                Words.of("gift gifts present presents giftbox geschenk cadeau regalo", "box parcel surprise birthday"));
        words.put(
                Prize.COIN,
                Words.of("coin coins token tokens münze pièce moneda moneta", "money cash cashback jackpot voucher"));
        words.put(Prize.STAR, Words.of("star stars stern étoile estrella stella", "superstar spark sparks shiny"));
        words.put(
                Prize.HEART,
                Words.of("heart hearts herz cœur coeur corazón cuore", "valentine valentines love romance romantic"));
        words.put(Prize.CROWN, Words.of("crown crowns tiara krone couronne corona", "king queen royal vip princess"));
        words.put(
                Prize.GEM,
                Words.of(
                        "gem gems diamond diamonds jewel jewels crystal ruby emerald sapphire diamant diamante",
                        "luxury precious"));
        words.put(Prize.WHEEL, Words.of("wheel wheels roulette glücksrad roue ruleta ruota", "spin spinner spinning"));
        words.put(
                Prize.COFFEE,
                Words.of(
                        "coffee latte espresso cappuccino mug cocoa kaffee café caffè",
                        "cafe tea bean beans bakery barista"));
        words.put(Prize.BALL, Words.of("ball football soccer fußball ballon balón pallone", "goal sport sports match"));
        words.put(
                Prize.SNOW_GLOBE,
                Words.of("snowglobe globe schneekugel", "snow winter christmas xmas holiday santa weihnachten noël"));
        words.put(Prize.PLANET, Words.of("planet planets saturn planète planeta pianeta", "space galaxy cosmic orbit"));
        words.put(Prize.PUMPKIN, Words.of("pumpkin pumpkins kürbis citrouille calabaza zucca", "halloween spooky bat"));
        words.put(
                Prize.ICE_CREAM,
                Words.of("icecream gelato sundae sorbet eis glace helado", "ice cream cone summer beach sun"));
        return words;
    }

    /** The first text that names a prize decides; if none does, the first that hints at one; else it is a gift. */
    static Prize prize(List<String> texts) {
        return firstWith(NAME, texts).or(() -> firstWith(HINT, texts)).orElse(Prize.GIFT);
    }

    private static Optional<Prize> firstWith(int weight, List<String> texts) {
        return texts.stream()
                .map(text -> best(wordsOf(text), weight))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The heaviest; of equals the one whose word comes first. */
    private static Optional<Prize> best(List<String> text, int atLeast) {
        Prize best = null;
        int bestScore = 0;
        for (var word : text) {
            for (var entry : WORDS.entrySet()) {
                int score = text.stream().mapToInt(entry.getValue()::weight).sum();
                if (entry.getValue().weight(word) >= atLeast && score > bestScore) {
                    best = entry.getKey();
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> wordsOf(String text) {
        return Arrays.asList(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)));
    }
}
