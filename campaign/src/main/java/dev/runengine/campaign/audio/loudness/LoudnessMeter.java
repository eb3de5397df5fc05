package dev.runengine.campaign.audio.loudness;

import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;
import java.util.Arrays;

/**
 * Measures integrated loudness in LUFS, gated in blocks of 400 ms that overlap by three quarters.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770-4-201510-S/en">ITU-R BS.1770-4, annex 1</a>
 */
public final class LoudnessMeter implements Signal.Sink {
    /** A sound shorter than one gating block has no loudness by the standard. */
    public static final int BLOCK = Signal.RATE * 4 / 10;

    private static final int HOP = BLOCK / 4;
    private static final int TILED = Signal.RATE * 3;
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = power(-70);
    private static final double RELATIVE_GATE = 0.1;

    private final KWeighting left = new KWeighting();
    private final KWeighting right = new KWeighting();
    private double[] hops = new double[64];
    private int complete;
    private int inHop;
    private double sum;

    /**
     * The loudness of a finite sound. One shorter than a gating block is repeated without pause for three seconds, as if
     * it were played again and again: a convention of ours, since the standard has no answer.
     */
    public static double of(Signal signal, long frames) throws IOException, InterruptedException {
        var meter = new LoudnessMeter();
        if (frames >= BLOCK) {
            signal.pump(frames, meter);
        } else {
            int count = (int) frames;
            var l = new float[count];
            var r = new float[count];
            signal.read(l, r, count);
            for (int measured = 0; measured < TILED; measured += count) {
                meter.accept(l, r, count);
            }
        }
        return meter.integrated();
    }

    @Override
    public void accept(float[] l, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            double a = left.filter(l[i]);
            double b = right.filter(r[i]);
            sum += a * a + b * b;
            if (++inHop == HOP) {
                endHop();
            }
        }
    }

    private void endHop() {
        if (complete == hops.length) {
            hops = Arrays.copyOf(hops, 2 * complete);
        }
        hops[complete++] = sum / HOP;
        sum = 0;
        inHop = 0;
    }

    /** In LUFS; negative infinity when every block lies below the absolute gate of -70 LUFS. */
    public double integrated() {
        double ungated = meanAbove(ABSOLUTE_GATE);
        return lufs(meanAbove(Math.max(ABSOLUTE_GATE, ungated * RELATIVE_GATE)));
    }

    private double meanAbove(double gate) {
        double total = 0;
        int count = 0;
        for (int i = 0; i + 4 <= complete; i++) {
            double block = (hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / 4;
            if (block > gate) {
                total += block;
                count++;
            }
        }
        return count == 0 ? 0 : total / count;
    }

    private static double lufs(double power) {
        return OFFSET + 10 * StrictMath.log10(power);
    }

    private static double power(double lufs) {
        return StrictMath.pow(10, (lufs - OFFSET) / 10);
    }
}
