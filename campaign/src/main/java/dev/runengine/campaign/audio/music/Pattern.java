package dev.runengine.campaign.audio.music;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar of sixteen steps, written as sixteen characters: a dot rests, a dash holds the note before it, anything else
 * starts a note. Drums, chords and leads have X loud, x normal, o soft; basses name the chord's note: R root, 3, 5, 6,
 * 7, 8 the octave, A a step below the next root; arpeggios count the chord's notes from 0 upwards.
 */
final class Pattern {
    static final int STEPS = 16;

    /** @param length in steps */
    record Note(int step, int length, char symbol) {

        double velocity() {
            return switch (symbol) {
                case 'X' -> 1;
                case 'o' -> 0.42;
                default -> step % 4 == 0 ? 0.85 : 0.72;
            };
        }
    }

    private Pattern() {}

    static List<Note> parse(String text) {
        if (text.length() != STEPS) {
            throw new IllegalArgumentException("a pattern has " + STEPS + " steps: " + text);
        }
        var notes = new ArrayList<Note>();
        for (int step = 0; step < STEPS; step++) {
            char symbol = text.charAt(step);
            if (symbol != '.' && symbol != '-') {
                notes.add(new Note(step, length(text, step), symbol));
            }
        }
        return notes;
    }

    private static int length(String text, int step) {
        int end = step + 1;
        while (end < STEPS && text.charAt(end) == '-') {
            end++;
        }
        return end - step;
    }
}
