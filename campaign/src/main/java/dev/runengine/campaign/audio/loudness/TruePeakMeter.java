package dev.runengine.campaign.audio.loudness;

import dev.runengine.campaign.audio.signal.Decibels;
import dev.runengine.campaign.audio.signal.Signal;

/**
 * Measures the true peak of both channels by fourfold oversampling.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770-4-201510-S/en">ITU-R BS.1770-4, annex 2</a>
 */
public final class TruePeakMeter implements Signal.Sink {
    private final PeakFollower left = new PeakFollower(0);
    private final PeakFollower right = new PeakFollower(0);
    private float peak;

    @Override
    public void accept(float[] l, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.max(left.follow(l[i]), right.follow(r[i])));
        }
    }

    /** In dBTP, of what was accepted and the silence after it. Ends the measurement. */
    public double decibels() {
        var tail = new float[PeakFollower.TAPS];
        accept(tail, tail, tail.length);
        return Decibels.ofAmplitude(peak);
    }
}
