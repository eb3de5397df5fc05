package dev.runengine.campaign.audio.synth;

/** The settings of an instrument. Immutable: one patch plays any number of notes. */
public sealed interface Patch permits SubtractivePatch, FmPatch, PluckPatch, ModalPatch, DrumPatch, SweepPatch {

    /** The sound of one note, from its start on. */
    Voice strike(Touch touch);

    /**
     * How a note is played.
     *
     * @param hz ignored by drums
     * @param seconds until it is released; drums ring out by themselves
     * @param velocity 0 to 1
     * @param brightness 1 as the patch is, less for darker
     * @param seed of its noise
     */
    record Touch(double hz, double seconds, double velocity, double brightness, long seed) {}
}
