package dev.runengine.campaign.audio.music;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What music is asked for.
 *
 * @param genre one of the genres, or one of the moods
 * @param bpm beats a minute; the style's own when empty
 * @param seconds a loop gets the nearest whole number of bars
 * @param instruments that take the place of, in this order, the lead, the chords, the arpeggio and the bass
 * @param energy 0 to 1
 */
public record MusicBrief(
        String genre,
        Optional<String> mood,
        OptionalDouble bpm,
        double seconds,
        boolean loop,
        List<String> instruments,
        double energy,
        long seed) {}
