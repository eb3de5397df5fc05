package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.picture.scenery.Scene;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which place a prompt means, by the words in it (English, German, Spanish, French). */
final class SceneLexicon {
    private static final Map<Scene, List<String>> STEMS = stems();

    private SceneLexicon() {}

    /** The place most words point to; a motif points to its place with half a word's weight. */
    static Optional<Scene> scene(Words prompt, Words unwanted, List<Motif> motifs) {
        var weights = new EnumMap<Scene, Integer>(Scene.class);
        STEMS.forEach((scene, stems) -> weights.merge(scene, 2 * prompt.count(stems), Integer::sum));
        motifs.forEach(motif -> home(motif).ifPresent(scene -> weights.merge(scene, 1, Integer::sum)));
        return weights.entrySet().stream()
                .filter(entry ->
                        entry.getValue() > 0 && unwanted.count(STEMS.getOrDefault(entry.getKey(), List.of())) == 0)
                .max(Comparator.comparingInt(Map.Entry<Scene, Integer>::getValue)
                        .thenComparing(entry -> -entry.getKey().ordinal()))
                .map(Map.Entry::getKey);
    }

    private static Optional<Scene> home(Motif motif) {
        return switch (motif) {
            case SNOW -> Optional.of(Scene.WINTER);
            case BAT -> Optional.of(Scene.HAUNTED);
            case PLANET -> Optional.of(Scene.SPACE);
            case BALL -> Optional.of(Scene.STADIUM);
            case BEAN -> Optional.of(Scene.CAFE);
            case LEAF -> Optional.of(Scene.MEADOW);
            case SUN, DROP -> Optional.of(Scene.BEACH);
            case STAR, SPARK, HEART, GIFT, CROWN, COIN -> Optional.empty();
        };
    }

    private static Map<Scene, List<String>> stems() {
        var stems = new EnumMap<Scene, List<String>>(Scene.class);
        stems.put(
                Scene.PARTY,
                words("party birthday celebrat anniversar carnival confetti fiesta geburtstag jubil cumple"
                        + " anniversaire circus balloon valentine love romantic"));
        stems.put(
                Scene.MEADOW,
                words("spring garden flower meadow nature forest farm easter organic eco green picnic tea"
                        + " frühling blume wiese ostern garten primavera jardín fleur printemps jardin"));
        stems.put(
                Scene.BEACH,
                words("summer beach sea ocean tropical island palm surf pool vacation holidays icecream"
                        + " lemonade sommer strand meer urlaub verano playa plage été cocktail sunny"));
        stems.put(
                Scene.WINTER,
                words("winter christmas xmas snow ice santa advent sleigh reindeer weihnacht schnee"
                        + " navidad nieve noël neige hiver ski frost"));
        stems.put(
                Scene.SPACE,
                words("space galaxy galaxi planet rocket cosmic cosmos astronaut moon alien universe"
                        + " weltraum weltall espacio espace nebula sci-fi scifi stars"));
        stems.put(
                Scene.HAUNTED,
                words("halloween spooky haunted ghost witch vampire pumpkin zombie horror trick gruselig"
                        + " fantasma bruja fantôme citrouille skeleton"));
        stems.put(
                Scene.CITY,
                words("city neon night club urban street skyline tech cyber cyberpunk synthwave arcade retro"
                        + " 80s gaming stadt ciudad ville black friday gadget phone"));
        stems.put(
                Scene.STADIUM,
                words("football soccer stadium sport goal league champion world cup match team pitch"
                        + " fussball fußball stadion fútbol estadio rugby basketball tennis"));
        stems.put(
                Scene.CAFE,
                words("coffee café cafe espresso latte cappuccino roast bakery bean barista breakfast"
                        + " kaffee bäckerei panadería boulangerie croissant chocolate cocoa"));
        return stems;
    }

    private static List<String> words(String list) {
        return List.of(list.split(" "));
    }
}
