package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;

/**
 * A resonant two-pole low-pass that stays stable while it is tuned.
 *
 * @see <a href="https://cytomic.com/files/dsp/SvfLinearTrapOptimised2.pdf">A. Simper: Linear trapezoidal state variable
 *     filter</a>
 */
final class LowPass {
    private final float damping;
    private float a1;
    private float a2;
    private float a3;
    private float s1;
    private float s2;

    /** @param resonance 0 to 1 */
    LowPass(double resonance) {
        this.damping = (float) (1.414 - 1.3 * resonance);
    }

    void tune(double hz) {
        float g = (float) StrictMath.tan(Math.PI * Math.min(hz, 18_000) / Signal.RATE);
        a1 = 1 / (1 + g * (g + damping));
        a2 = g * a1;
        a3 = g * a2;
    }

    float filter(float x) {
        float v3 = x - s2;
        float v1 = a1 * s1 + a2 * v3;
        float v2 = s2 + a2 * s1 + a3 * v3;
        s1 = 2 * v1 - s1;
        s2 = 2 * v2 - s2;
        return v2;
    }
}
