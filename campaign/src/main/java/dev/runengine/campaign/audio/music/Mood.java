package dev.runengine.campaign.audio.music;

import java.util.List;
import java.util.Locale;

/**
 * How a mood bends a style.
 *
 * @param genre the style it is played in when no genre is asked for
 * @param mode in place of the style's, or empty
 * @param tempo factor on the style's, when no tempo is asked for
 * @param transpose in semitones
 * @param density part of the melody's notes that stay
 * @param length factor on the notes' lengths
 * @param drums factor on their level
 * @param reverb factor
 * @param parts what it adds to the arrangement
 */
record Mood(
        String genre,
        String mode,
        double tempo,
        double brightness,
        int transpose,
        double density,
        double length,
        double drums,
        double reverb,
        List<Part> parts) {

    static final Mood NEUTRAL = new Mood("", "", 1, 1, 0, 0.95, 1, 1, 1, List.of());

    Mode mode(Style style) {
        return mode.isEmpty() ? style.mode() : Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }
}
