package dev.runengine.campaign.picture;

import java.util.List;

/** How lively and how dark a picture is. */
enum Mood {
    HAPPY(26, 0.1, List.of("happy", "joy", "cheer", "fun", "bright")),
    ENERGETIC(36, 0.14, List.of("energetic", "dynamic", "exciting", "intense", "power")),
    CALM(10, 0.1, List.of("calm", "relax", "peace", "soft", "cozy", "cosy")),
    DARK(16, 0.5, List.of("dark", "spooky", "gloomy", "scary")),
    EPIC(24, 0.38, List.of("epic", "dramatic", "heroic", "cinematic")),
    ROMANTIC(22, 0.2, List.of("romantic", "love", "tender")),
    PLAYFUL(32, 0.12, List.of("playful", "silly", "kids", "whimsical")),
    MYSTERIOUS(18, 0.42, List.of("mysterious", "magic", "mystic", "enigmatic"));

    private final int ornaments;
    private final double vignette;
    private final List<String> stems;

    Mood(int ornaments, double vignette, List<String> stems) {
        this.ornaments = ornaments;
        this.vignette = vignette;
        this.stems = stems;
    }

    static Mood of(Words reference, Words prompt) {
        for (var words : List.of(reference, prompt)) {
            for (var mood : values()) {
                if (words.count(mood.stems) > 0) {
                    return mood;
                }
            }
        }
        return HAPPY;
    }

    /** How many motifs float about. */
    int ornaments() {
        return ornaments;
    }

    /** How dark the corners are, 0 to 1. */
    double vignette() {
        return vignette;
    }
}
