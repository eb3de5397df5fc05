package dev.runengine.campaign.audio.music;

import java.util.ArrayList;
import java.util.List;

/** Places the notes of each chord so that they move little from the chord before. */
final class VoiceLeading {
    private static final double CENTRE = 62;

    private final int tonic;
    private final boolean inverting;
    private double before = CENTRE;

    VoiceLeading(int tonic, Voicing voicing) {
        this.tonic = tonic;
        this.inverting = voicing.invertible();
    }

    /** MIDI notes, ascending. */
    List<Integer> place(Chord chord) {
        var best = rootPosition(chord);
        if (inverting) {
            var candidate = best;
            for (int inversion = 1; inversion < best.size() * 2; inversion++) {
                candidate = inverted(candidate);
                if (distance(candidate) < distance(best)) {
                    best = candidate;
                }
            }
            before = (mean(best) + CENTRE) / 2;
        }
        return best;
    }

    private double distance(List<Integer> notes) {
        return Math.abs(mean(notes) - before);
    }

    private List<Integer> rootPosition(Chord chord) {
        int lowest = inverting ? 48 : 52;
        int root = lowest + Math.floorMod(tonic + chord.root() - lowest, 12);
        return chord.notes().stream().map(above -> root + above).sorted().toList();
    }

    private static List<Integer> inverted(List<Integer> notes) {
        var up = new ArrayList<>(notes.subList(1, notes.size()));
        up.add(notes.getFirst() + 12);
        up.sort(null);
        return up;
    }

    private static double mean(List<Integer> notes) {
        return notes.stream().mapToInt(note -> note).average().orElse(CENTRE);
    }
}
