package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;

/**
 * A room: eight delay lines that feed each other.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/pasp/FDN_Reverberation.html">J. O. Smith: Feedback delay network
 *     reverberation</a>
 */
final class Reverb {
    /** Mutually prime, 23 to 50 ms. */
    private static final int[] LENGTHS = {1117, 1289, 1423, 1597, 1753, 1951, 2143, 2389};

    private static final float DAMPING = 0.35f;

    private final float[][] lines = new float[LENGTHS.length][];
    private final int[] at = new int[LENGTHS.length];
    private final float[] feedback = new float[LENGTHS.length];
    private final float[] damped = new float[LENGTHS.length];

    /** @param seconds until the room has lost 60 dB */
    Reverb(double seconds) {
        for (int k = 0; k < LENGTHS.length; k++) {
            lines[k] = new float[LENGTHS[k]];
            feedback[k] = (float) StrictMath.pow(10, -3 * LENGTHS[k] / (seconds * Signal.RATE));
        }
    }

    void add(float[] in, float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            float sum = 0;
            float l = 0;
            float r = 0;
            for (int k = 0; k < lines.length; k++) {
                float out = lines[k][at[k]];
                damped[k] = out + (damped[k] - out) * DAMPING;
                sum += damped[k];
                if ((k & 1) == 0) {
                    l += out;
                } else {
                    r += out;
                }
            }
            left[i] += l * 0.35f;
            right[i] += r * 0.35f;
            scatter(in[i], sum * 2 / lines.length);
        }
    }

    /** A Householder reflection: loses no energy, and every line feeds every other. */
    private void scatter(float in, float mean) {
        for (int k = 0; k < lines.length; k++) {
            lines[k][at[k]] = in + (damped[k] - mean) * feedback[k];
            at[k] = at[k] + 1 == lines[k].length ? 0 : at[k] + 1;
        }
    }
}
