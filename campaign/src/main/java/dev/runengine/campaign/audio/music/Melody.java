package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * A tune over chords. A phrase is a motif, the motif again, the motif again and an answer; on the beat stand notes of
 * the chord, between them notes of the mode.
 */
final class Melody {
    private static final int RANGE = 10;
    private static final List<Integer> LEAPS = List.of(-3, -2, -2, -1, -1, 1, 1, 2, 2, 3, 4, -4);

    /** @param pitch as a MIDI note */
    record Tone(Pattern.Note note, int pitch) {}

    private final Mode mode;
    private final int tonic;
    private final int centre;
    private final List<Pattern.Note> motif;
    private final List<Pattern.Note> answer;
    private final List<Integer> contour;
    private final List<Integer> answerContour;
    private int last;

    Melody(List<String> rhythms, Mode mode, int tonic, int centre, SplitMix random) {
        this.mode = mode;
        this.tonic = tonic;
        this.centre = centre;
        this.motif = Pattern.parse(random.pick(rhythms));
        this.answer = Pattern.parse(random.pick(rhythms));
        this.contour = contour(random);
        this.answerContour = contour(random);
        this.last = centre;
    }

    private static List<Integer> contour(SplitMix random) {
        var leaps = new ArrayList<Integer>();
        for (int i = 0; i < Pattern.STEPS; i++) {
            leaps.add(random.pick(LEAPS));
        }
        return leaps;
    }

    /** The tones of a bar, counted within its section; the motif starts where the tune began, so it is recognised. */
    List<Tone> bar(int inSection, Chord chord) {
        boolean answers = inSection % 4 == 3;
        if (inSection % 2 == 0) {
            last = centre;
        }
        var rhythm = answers ? answer : motif;
        var leaps = answers ? answerContour : contour;
        var tones = new ArrayList<Tone>(rhythm.size());
        for (int i = 0; i < rhythm.size(); i++) {
            boolean settles = rhythm.get(i).step() % 4 == 0 || answers && i == rhythm.size() - 1;
            last = nearest(bounded(last + leaps.get(i)), chord, settles);
            tones.add(new Tone(rhythm.get(i), last));
        }
        return tones;
    }

    private int bounded(int pitch) {
        if (pitch > centre + RANGE) {
            return pitch - 7;
        }
        return pitch < centre - RANGE ? pitch + 7 : pitch;
    }

    private int nearest(int pitch, Chord chord, boolean ofChord) {
        for (int away = 0; away < 12; away++) {
            for (int candidate : new int[] {pitch + away, pitch - away}) {
                int above = candidate - tonic;
                if (ofChord ? chord.contains(above) : mode.contains(above)) {
                    return candidate;
                }
            }
        }
        return pitch;
    }
}
