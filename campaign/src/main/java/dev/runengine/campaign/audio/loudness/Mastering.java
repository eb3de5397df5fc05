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
    /** How little a decibel of gain may be thought to add when most of it is limited away. */
    private static final double FLATTEST = 0.2;

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
        double loudness = LoudnessMeter.of(recording.view(edges, 0), recording.frames());
        double loudest = target - loudness + MAX_PUSH;
        var mastering = new Mastering(recording, edges, 0, ceiling);
        double slope = 1;
        for (int attempt = 0; attempt < ATTEMPTS && Math.abs(target - loudness) > TOLERANCE; attempt++) {
            double gain = Math.min(mastering.gain + (target - loudness) / slope, loudest);
            if (gain == mastering.gain) {
                break;
            }
            double step = gain - mastering.gain;
            mastering = new Mastering(recording, edges, gain, ceiling);
            double reached = LoudnessMeter.of(mastering.from(0), recording.frames());
            slope = Math.clamp((reached - loudness) / step, FLATTEST, 1);
            loudness = reached;
        }
        return mastering;
    }

    /** The mastered sound from a frame on, which may be negative; before and after lies what the edges say. */
    public Signal from(long frame) throws IOException, InterruptedException {
        return new Limiter(recording.view(edges, frame - RUN_IN).gain(gain), ceiling).skip(RUN_IN);
    }
}
