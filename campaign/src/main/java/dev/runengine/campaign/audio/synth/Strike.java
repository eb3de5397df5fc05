package dev.runengine.campaign.audio.synth;

/** A note of a score: when, on what, how, and where in the room. */
public record Strike(int at, Patch patch, Patch.Touch touch, Placement placement) {

    /**
     * @param pan -1 left to 1 right
     * @param reverb how much goes into the room
     * @param echo how much goes into the echo
     * @param duck how it takes part when the bass drum makes room for itself
     */
    public record Placement(double level, double pan, double reverb, double echo, Duck duck) {}

    public enum Duck {
        MAKES_ROOM,
        GIVES_WAY,
        UNAFFECTED
    }
}
