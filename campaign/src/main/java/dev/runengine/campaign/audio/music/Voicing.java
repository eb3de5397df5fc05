package dev.runengine.campaign.audio.music;

import java.util.List;

/** Which notes of the scale above its root make a chord: as steps, 0 being the root. */
enum Voicing {
    TRIAD(0, 2, 4),
    SEVENTH(0, 2, 4, 6),
    NINTH(0, 2, 6, 8),
    SIXTH(0, 2, 4, 5),
    /** Root and fifth: no third to rub under distortion. */
    POWER(0, 4, 7),
    /** The third an octave up, as an orchestra spreads it. */
    OPEN(0, 4, 9);

    private final List<Integer> steps;

    Voicing(Integer... steps) {
        this.steps = List.of(steps);
    }

    List<Integer> steps() {
        return steps;
    }

    /** Whether the notes may change places to move less from chord to chord. */
    boolean invertible() {
        return this != POWER && this != OPEN;
    }
}
