package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Signal;
import java.util.stream.IntStream;

/** Magnitudes of the mean of both channels, in frames of 85 ms that overlap by half (Hann window). */
record Spectrogram(double[][] frames) {
    static final int SIZE = 4_096;
    static final int HOP = SIZE / 2;

    /** @param cyclic whether the end is heard into the start again, as of a loop */
    static Spectrogram of(Samples sound, boolean cyclic) {
        int length = sound.left().length;
        int count = cyclic ? length / HOP : (length - SIZE) / HOP + 1;
        return new Spectrogram(IntStream.range(0, count)
                .mapToObj(frame -> magnitudes(sound, frame * HOP))
                .toArray(double[][]::new));
    }

    static double hz(int bin) {
        return (double) bin * Signal.RATE / SIZE;
    }

    /** Energy from one frequency to another. */
    double energy(double fromHz, double toHz) {
        double sum = 0;
        for (var frame : frames) {
            for (int bin = 1; bin < frame.length; bin++) {
                sum += hz(bin) >= fromHz && hz(bin) < toHz ? frame[bin] * frame[bin] : 0;
            }
        }
        return sum;
    }

    /** How much louder each frame is than the one before it, over all frequencies; of the first: than the last. */
    double[] flux() {
        return IntStream.range(0, frames.length)
                .mapToDouble(i -> rise(frames[(i + frames.length - 1) % frames.length], frames[i]))
                .toArray();
    }

    private static double rise(double[] before, double[] now) {
        double sum = 0;
        for (int bin = 1; bin < now.length; bin++) {
            sum += Math.max(0, Math.log1p(now[bin]) - Math.log1p(before[bin]));
        }
        return sum;
    }

    private static double[] magnitudes(Samples sound, int at) {
        var real = new double[SIZE];
        int length = sound.left().length;
        for (int i = 0; i < SIZE; i++) {
            int frame = (at + i) % length;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
            real[i] = window * (sound.left()[frame] + sound.right()[frame]) / 2;
        }
        var imaginary = new double[SIZE];
        transform(real, imaginary);
        var magnitudes = new double[SIZE / 2];
        for (int bin = 0; bin < magnitudes.length; bin++) {
            magnitudes[bin] = Math.hypot(real[bin], imaginary[bin]);
        }
        return magnitudes;
    }

    /** Cooley and Tukey's, in place, radix 2. */
    private static void transform(double[] real, double[] imaginary) {
        for (int i = 0; i < SIZE; i++) {
            int mirrored = Integer.reverse(i) >>> Integer.numberOfLeadingZeros(SIZE - 1);
            if (mirrored > i) {
                double held = real[i];
                real[i] = real[mirrored];
                real[mirrored] = held;
            }
        }
        for (int half = 1; half < SIZE; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = -Math.sin(Math.PI * k / half);
                for (int i = k; i < SIZE; i += 2 * half) {
                    double re = real[i + half] * cos - imaginary[i + half] * sin;
                    double im = real[i + half] * sin + imaginary[i + half] * cos;
                    real[i + half] = real[i] - re;
                    imaginary[i + half] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }
}
