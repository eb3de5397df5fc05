package dev.runengine.campaign.audio.music;

import java.util.List;

/**
 * A chord, in semitones.
 *
 * @param root above the tonic
 * @param third above the root, as are the others
 * @param notes of the voicing, above the root
 */
record Chord(int root, int third, int fifth, int seventh, List<Integer> notes) {

    /**
     * @param symbol a degree of the mode from 1 to 7; {@code M}, {@code m} or {@code 7} after it makes it a major, minor
     *     or dominant chord whatever the mode says; {@code b} before it means the major chord a semitone below the
     *     major scale's degree
     */
    static Chord parse(String symbol, Mode mode, Voicing voicing) {
        if (symbol.startsWith("b")) {
            return stacked(Mode.MAJOR.semitone(degree(symbol.charAt(1))) - 1, Mode.MIXOLYDIAN, 0, voicing);
        }
        int degree = degree(symbol.charAt(0));
        int root = mode.semitone(degree);
        if (symbol.length() == 1) {
            return stacked(root, mode, degree, voicing);
        }
        var quality = symbol.charAt(1) == 'm' ? Mode.DORIAN : Mode.MIXOLYDIAN;
        return stacked(root, quality, 0, symbol.charAt(1) == '7' ? Voicing.SEVENTH : voicing);
    }

    private static Chord stacked(int root, Mode mode, int degree, Voicing voicing) {
        int base = mode.semitone(degree);
        return new Chord(
                root,
                mode.semitone(degree + 2) - base,
                mode.semitone(degree + 4) - base,
                mode.semitone(degree + 6) - base,
                voicing.steps().stream()
                        .map(step -> mode.semitone(degree + step) - base)
                        .toList());
    }

    boolean contains(int semitone) {
        int above = Math.floorMod(semitone - root, 12);
        return above == 0 || above == third || above == fifth;
    }

    private static int degree(char digit) {
        return digit - '1';
    }
}
