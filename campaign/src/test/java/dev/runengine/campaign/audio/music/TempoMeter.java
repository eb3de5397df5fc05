package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Signal;
import java.util.Arrays;

/**
 * Measures tempo without knowing the score: how strongly the rises of energy in six bands repeat after each lag. Of a
 * beat and its half or double the one nearer to 110 wins, as a listener would tap.
 */
final class TempoMeter implements Signal.Sink {
    private static final int HOP = 240;
    private static final double HOPS_A_MINUTE = 60.0 * Signal.RATE / HOP;
    private static final double[] EDGES = {60, 150, 400, 1_000, 3_000, 8_000};

    private static final double BEAT = 1.6;

    private final double[] lowPassed = new double[EDGES.length];
    private final double[] energy = new double[EDGES.length];
    private final double[] before = new double[EDGES.length];
    private double[] onsets = new double[1 << 14];
    private int hops;
    private int inHop;

    @Override
    public void accept(float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            double x = left[i] + right[i];
            double below = 0;
            for (int band = 0; band < EDGES.length; band++) {
                lowPassed[band] += (x - lowPassed[band]) * Math.min(1, 2 * Math.PI * EDGES[band] / Signal.RATE);
                energy[band] += Math.abs(lowPassed[band] - below);
                below = lowPassed[band];
            }
            if (++inHop == HOP) {
                endHop();
            }
        }
    }

    private void endHop() {
        double rise = 0;
        for (int band = 0; band < EDGES.length; band++) {
            double level = Math.log(1 + 20 * energy[band] / HOP);
            rise += Math.max(0, level - before[band]);
            before[band] = level;
            energy[band] = 0;
        }
        if (hops == onsets.length) {
            onsets = Arrays.copyOf(onsets, 2 * hops);
        }
        onsets[hops++] = rise;
        inHop = 0;
    }

    double bpm() {
        double mean = Arrays.stream(onsets, 0, hops).average().orElse(0);
        double best = 0;
        double bestBpm = 0;
        for (double bpm = 55; bpm < 210; bpm *= 1.002) {
            double score = 0;
            // The beat, its double, and the bar: a beat is what the larger units are multiples of. The beat itself
            // counts
            // for more: one and a half of it has larger units that are as good.
            for (int multiple : new int[] {1, 2, 4, 8}) {
                score += (multiple == 1 ? BEAT : 1) * correlation(multiple * HOPS_A_MINUTE / bpm, mean);
            }
            double octavesOff = Math.log(bpm / 110) / Math.log(2);
            score *= Math.exp(-0.5 * octavesOff * octavesOff);
            if (score > best) {
                best = score;
                bestBpm = bpm;
            }
        }
        return bestBpm;
    }

    private double correlation(double lag, double mean) {
        int whole = (int) lag;
        double part = lag - whole;
        double sum = 0;
        for (int i = 0; i + whole + 1 < hops; i++) {
            double later = onsets[i + whole] * (1 - part) + onsets[i + whole + 1] * part;
            sum += (onsets[i] - mean) * (later - mean);
        }
        return sum / (hops - whole);
    }
}
