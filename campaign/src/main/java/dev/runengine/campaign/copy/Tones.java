package dev.runengine.campaign.copy;

import dev.runengine.campaign.brief.NamedWords;
import dev.runengine.campaign.brief.Words;
import java.util.List;
import java.util.Map;

/** Which voice a tone asks for. */
final class Tones {
    private static final String USUAL = "friendly";
    private static final NamedWords VOICES = new NamedWords(Map.of(
            "playful",
                    List.of(
                            "playful",
                            "fun*",
                            "cheer*",
                            "silly",
                            "nostalg*",
                            "spooky",
                            "mouth watering",
                            "festive",
                            "happy",
                            "witty",
                            "verspielt",
                            "lustig",
                            "ludique",
                            "divertid*",
                            "giocos*",
                            "allegr*"),
            "elegant",
                    List.of(
                            "elegant*",
                            "luxur*",
                            "premium",
                            "formal*",
                            "sophisticated",
                            "awe struck",
                            "professional",
                            "serious",
                            "exclusive",
                            "mysterious",
                            "vornehm",
                            "edel",
                            "raffine*",
                            "raffinat*"),
            "energetic",
                    List.of(
                            "energetic",
                            "energy",
                            "bold",
                            "excit*",
                            "dynamic*",
                            "adventur*",
                            "sport*",
                            "urgent",
                            "epic",
                            "energisch",
                            "energique",
                            "energic*"),
            "warm",
                    List.of(
                            "warm*",
                            "cosy",
                            "cozy",
                            "romantic*",
                            "calm*",
                            "dreamy",
                            "gentle",
                            "kind",
                            "caring",
                            "heart*",
                            "relaxed",
                            "herzlich",
                            "gemutlich",
                            "chaleureu*",
                            "calid*",
                            "cald*")));

    private Tones() {}

    static String voice(String tone) {
        return VOICES.firstNamed(Words.of(tone)).orElse(USUAL);
    }
}
