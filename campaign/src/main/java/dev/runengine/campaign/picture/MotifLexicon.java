package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.picture.scenery.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Which motifs a prompt names, and which go with a place. */
final class MotifLexicon {
    private static final Map<Motif, List<String>> STEMS = stems();

    private MotifLexicon() {}

    /** In the order the prompt names them. */
    static List<Motif> named(Words prompt) {
        return STEMS.entrySet().stream()
                .filter(entry -> prompt.count(entry.getValue()) > 0)
                .sorted(Comparator.comparingInt(entry -> prompt.firstPlace(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** At least three motifs to paint: those asked for first, then those of the place, none that is unwanted. */
    static List<Motif> chosen(List<Motif> asked, Scene scene, Words unwanted) {
        var chosen = new LinkedHashSet<>(asked);
        for (var motif : usual(scene)) {
            if (chosen.size() < 3) {
                chosen.add(motif);
            }
        }
        var wanted = new ArrayList<>(chosen);
        wanted.removeIf(motif -> unwanted.count(STEMS.getOrDefault(motif, List.of())) > 0);
        return wanted.isEmpty() ? List.of(Motif.SPARK) : wanted;
    }

    private static List<Motif> usual(Scene scene) {
        return switch (scene) {
            case PARTY -> List.of(Motif.GIFT, Motif.STAR, Motif.HEART);
            case MEADOW -> List.of(Motif.LEAF, Motif.SUN, Motif.GIFT);
            case BEACH -> List.of(Motif.SUN, Motif.DROP, Motif.STAR);
            case WINTER -> List.of(Motif.SNOW, Motif.GIFT, Motif.STAR);
            case SPACE -> List.of(Motif.PLANET, Motif.STAR, Motif.SPARK);
            case HAUNTED -> List.of(Motif.BAT, Motif.STAR, Motif.COIN);
            case CITY -> List.of(Motif.SPARK, Motif.COIN, Motif.STAR);
            case STADIUM -> List.of(Motif.BALL, Motif.CROWN, Motif.STAR);
            case CAFE -> List.of(Motif.BEAN, Motif.HEART, Motif.GIFT);
        };
    }

    private static Map<Motif, List<String>> stems() {
        var stems = new EnumMap<Motif, List<String>>(Motif.class);
        stems.put(Motif.STAR, List.of("star", "stars", "stern", "estrella", "étoile"));
        stems.put(Motif.SPARK, List.of("spark", "glitter", "magic", "shine", "diamond", "jewel"));
        stems.put(Motif.HEART, List.of("heart", "love", "valentin", "romant", "wedding", "herz", "amor", "amour"));
        stems.put(
                Motif.GIFT,
                List.of("gift", "present", "prize", "giveaway", "geschenk", "regalo", "cadeau", "birthday"));
        stems.put(
                Motif.SNOW,
                List.of("snow", "winter", "christmas", "xmas", "frost", "schnee", "weihnacht", "navidad", "noël"));
        stems.put(Motif.SUN, List.of("sun", "sunny", "sunshine", "summer", "sommer", "verano", "soleil"));
        stems.put(Motif.BEAN, List.of("coffee", "espresso", "bean", "latte", "kaffee", "café", "cafe", "cocoa"));
        stems.put(
                Motif.DROP, List.of("drop", "water", "juice", "drink", "lemonade", "ocean", "rain", "wasser", "agua"));
        stems.put(
                Motif.PLANET,
                List.of("planet", "space", "galaxy", "cosmic", "cosmos", "astronaut", "rocket", "weltraum"));
        stems.put(Motif.BAT, List.of("bat", "bats", "halloween", "spooky", "vampire", "haunted"));
        stems.put(Motif.BALL, List.of("ball", "football", "soccer", "sport", "fussball", "fußball", "fútbol"));
        stems.put(
                Motif.LEAF,
                List.of("leaf", "leaves", "autumn", "nature", "organic", "garden", "spring", "green", "herbst"));
        stems.put(Motif.CROWN, List.of("crown", "king", "queen", "royal", "luxury", "champion", "vip", "premium"));
        stems.put(Motif.COIN, List.of("coin", "money", "cash", "jackpot", "gold", "casino", "treasure", "lucky"));
        return stems;
    }
}
