package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Samples;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What can be measured of a piece by somebody who does not know its score. */
record Hearing(Piece piece, Samples samples, Spectrogram spectrum) {
    private static final double[] BANDS = {20, 40, 120, 300, 1_000, 3_000, 10_000, 22_000};

    private static final int PEAK_WIDTH = 8;

    static Hearing of(Piece piece) throws Exception {
        var samples = Samples.of(piece.play(), piece.frames());
        return new Hearing(piece, samples, Spectrogram.of(samples, piece.loop()));
    }

    double bpm() {
        var meter = new TempoMeter();
        meter.accept(samples.left(), samples.right(), samples.left().length);
        return meter.bpm();
    }

    /** The part of the energy between two frequencies. */
    double share(double fromHz, double toHz) {
        return spectrum.energy(fromHz, toHz) / spectrum.energy(20, 22_000);
    }

    /** How sharply a loop begins again, as a factor on the sharpest beginning of any other bar. */
    double seam() {
        var flux = spectrum.flux();
        double sharpest = 0;
        for (int bar = 1; bar < piece.bars(); bar++) {
            sharpest = Math.max(sharpest, near(flux, bar * flux.length / piece.bars()));
        }
        return near(flux, 0) / sharpest;
    }

    private static double near(double[] flux, int frame) {
        return IntStream.rangeClosed(-2, 2)
                .mapToDouble(offset -> flux[Math.floorMod(frame + offset, flux.length)])
                .max()
                .orElseThrow();
    }

    /** How strong the partials of each pitch class are, C first, summing to 1; noise has no peaks that stand out. */
    double[] chroma() {
        var chroma = new double[12];
        for (var frame : spectrum.frames()) {
            for (int bin = PEAK_WIDTH; bin < frame.length - PEAK_WIDTH; bin++) {
                double hz = Spectrogram.hz(bin);
                if (hz > 200 && hz < 2_000 && isPeak(frame, bin)) {
                    double pitch = 69 + 12 * Math.log(Spectrogram.hz(1) * peak(frame, bin) / 440) / Math.log(2);
                    chroma[Math.floorMod(Math.round(pitch), 12)] += Math.sqrt(frame[bin]);
                }
            }
        }
        double sum = DoubleStream.of(chroma).sum();
        return DoubleStream.of(chroma).map(strength -> strength / sum).toArray();
    }

    private static boolean isPeak(double[] frame, int bin) {
        double around = 0;
        for (int i = bin - PEAK_WIDTH; i <= bin + PEAK_WIDTH; i++) {
            around += frame[i] / (2 * PEAK_WIDTH + 1);
        }
        return frame[bin] > frame[bin - 1] && frame[bin] >= frame[bin + 1] && frame[bin] > 2.5 * around;
    }

    /** Between bins, by a parabola through the logarithms of three. */
    private static double peak(double[] frame, int bin) {
        double before = Math.log(1e-9 + frame[bin - 1]);
        double at = Math.log(1e-9 + frame[bin]);
        double after = Math.log(1e-9 + frame[bin + 1]);
        return bin + 0.5 * (before - after) / (before - 2 * at + after);
    }

    /** The part of the tonal energy that lies on the notes of a scale. */
    double inScale(Mode mode, int tonic) {
        var chroma = chroma();
        return IntStream.range(0, 12)
                .filter(note -> mode.contains(Math.floorMod(note - tonic, 12)))
                .mapToDouble(note -> chroma[note])
                .sum();
    }

    /** Decibels from the softest quarter of the piece to its loudest. */
    double contrast() {
        var quarters = IntStream.range(0, 4)
                .mapToDouble(i -> samples.rms(i * samples.left().length / 4, (i + 1) * samples.left().length / 4))
                .toArray();
        return 20
                * Math.log10(DoubleStream.of(quarters).max().orElseThrow()
                        / DoubleStream.of(quarters).min().orElseThrow());
    }

    /** Sudden rises, as of drums and plucks, a beat. */
    double onsetsPerBeat() {
        var flux = spectrum.flux();
        double mean = Arrays.stream(flux).average().orElse(0);
        long onsets = IntStream.range(1, flux.length - 1)
                .filter(i -> flux[i] > 1.3 * mean && flux[i] > flux[i - 1] && flux[i] >= flux[i + 1])
                .count();
        return onsets / (4.0 * piece.bars());
    }

    /** How it sounds, as numbers of like size: where its energy lies, and how lively and even it is. */
    double[] character() {
        var bands = IntStream.range(0, BANDS.length - 1)
                .mapToDouble(i -> 10 * Math.log10(1e-6 + share(BANDS[i], BANDS[i + 1])) / 10);
        return DoubleStream.concat(bands, DoubleStream.of(onsetsPerBeat(), piece.bpm() / 40, contrast() / 6))
                .toArray();
    }

    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
