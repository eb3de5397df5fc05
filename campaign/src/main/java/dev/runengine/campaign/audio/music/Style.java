package dev.runengine.campaign.audio.music;

import java.util.List;

/**
 * What makes a genre: tempo, mode, harmony, groove and instruments.
 *
 * @param tonic as a MIDI note
 * @param swing by how much the first of two steps is longer, 0 for straight
 * @param swingUnit the length of one of the two, in sixteenths
 * @param verse chord progressions, one of which is chosen, a degree a bar
 * @param chorus the same for the chorus
 */
record Style(
        double bpm,
        Mode mode,
        int tonic,
        Voicing voicing,
        double swing,
        int swingUnit,
        List<String> verse,
        List<String> chorus,
        Room space,
        List<Part> parts) {

    /**
     * @param reverb seconds
     * @param echoBeats between repeats
     * @param duck how far the bass drum pushes the rest down
     */
    record Room(double reverb, double echoBeats, double duck) {}
}
