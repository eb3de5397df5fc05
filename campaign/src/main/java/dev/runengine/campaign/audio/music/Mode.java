package dev.runengine.campaign.audio.music;

import java.util.List;

/** A scale of seven notes, as semitones above the tonic. */
enum Mode {
    MAJOR(0, 2, 4, 5, 7, 9, 11),
    MINOR(0, 2, 3, 5, 7, 8, 10),
    HARMONIC_MINOR(0, 2, 3, 5, 7, 8, 11),
    DORIAN(0, 2, 3, 5, 7, 9, 10),
    LYDIAN(0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10);

    private final List<Integer> semitones;

    Mode(Integer... semitones) {
        this.semitones = List.of(semitones);
    }

    /** @param degree from 0, going on into higher octaves */
    int semitone(int degree) {
        return semitones.get(degree % 7) + 12 * (degree / 7);
    }

    boolean contains(int semitone) {
        return semitones.contains(Math.floorMod(semitone, 12));
    }
}
