package dev.runengine.campaign.audio.synth;

/** One sounding note, in mono. */
public interface Voice {
    /**
     * Adds its next samples.
     *
     * @return false once it has faded for good
     */
    boolean add(float[] out, int from, int count);
}
