package dev.runengine.campaign.audio.synth;

/** Repeats that jump between left and right, each softer and darker. */
final class Echo {
    private static final float FEEDBACK = 0.4f;
    private static final float DARKENING = 0.4f;

    private final float[] left;
    private final float[] right;
    private int at;
    private float dark;

    Echo(int frames) {
        left = new float[frames];
        right = new float[frames];
    }

    void add(float[] in, float[] outLeft, float[] outRight, int count) {
        for (int i = 0; i < count; i++) {
            float l = left[at];
            float r = right[at];
            outLeft[i] += l;
            outRight[i] += r;
            dark = r + (dark - r) * DARKENING;
            left[at] = in[i] + dark * FEEDBACK;
            right[at] = l * 0.85f;
            at = at + 1 == left.length ? 0 : at + 1;
        }
    }
}
