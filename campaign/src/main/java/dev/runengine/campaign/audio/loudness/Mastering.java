package dev.runengine.campaign.audio.loudness;

import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;

/**
 * A gain and a limiter that bring a recording to a loudness under a ceiling.
 *
 * @param gain in decibels, before the limiter
 * @param ceiling in dBTP
 */
public record Mastering(Recording recording, Edges edges, double gain, double ceiling) {
    private static final double TOLERANCE = 0.05;
    private static final int ATTEMPTS = 8;
    /** Past this a limiter flattens the sound instead of holding its peaks; the target is then missed, and reported so. */
    private static final double MAX_PUSH = 14;
    /** Long enough for the limiter to have forgotten how it was started. */
    private static final int RUN_IN = Signal.RATE / 2;

    /**
     * Searches the gain: limiting costs loudness, so the first guess is too low for a sound with high peaks.
     *
     * @param target in LUFS
     */
    public static Mastering to(double target, double ceiling, Recording recording, Edges edges)
            throws IOException, InterruptedException {
        double plain = target - LoudnessMeter.of(recording.view(edges, 0), recording.frames());
        var mastering = new Mastering(recording, edges, plain, ceiling);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double missing = target - LoudnessMeter.of(mastering.from(0), recording.frames());
            if (Math.abs(missing) < TOLERANCE) {
                break;
            }
            double gain = Math.min(mastering.gain + missing, plain + MAX_PUSH);
            mastering = new Mastering(recording, edges, gain, ceiling);
        }
        return mastering;
    }

    public Mastering adjusted(double moreGain, double moreCeiling) {
        return new Mastering(recording, edges, gain + moreGain, ceiling + moreCeiling);
    }

    /** The mastered sound from a frame on, which may be negative; before and after lies what the edges say. */
    public Signal from(long frame) throws IOException, InterruptedException {
        return new Limiter(recording.view(edges, frame - RUN_IN).gain(gain), ceiling).skip(RUN_IN);
    }
}
