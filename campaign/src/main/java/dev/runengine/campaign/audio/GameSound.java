package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.loudness.LoudnessMeter;
import dev.runengine.campaign.audio.loudness.Mastering;
import dev.runengine.campaign.audio.loudness.TruePeakMeter;
import dev.runengine.campaign.audio.opus.OpusReader;
import dev.runengine.campaign.audio.opus.OpusWriter;
import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sound brought to its loudness and encoded. What is reported was measured on the decoded file: it is what a player
 * hears.
 *
 * @param lufs of the encoded sound
 * @param truePeak of the encoded sound, in dBTP
 */
record GameSound(Path file, double originalLufs, double lufs, double truePeak, double seconds) {
    /** Lossy coding moves peaks by about this much. */
    private static final double CODING_ROOM = 0.3;

    private static final double LOUDNESS_TOLERANCE = 0.2;
    private static final double MAX_CORRECTION = 1;
    private static final int ATTEMPTS = 8;
    private static final int BITRATE = 96_000;

    /**
     * Encodes, decodes and measures, and corrects aim and ceiling by what was measured, until both fit or the attempts
     * are used up. The peak is held before the loudness.
     *
     * @param original the recording's loudness, in LUFS as is the target
     * @param peak in dBTP
     */
    static GameSound encode(Recording recording, Edges edges, double original, double target, double peak, Path file)
            throws IOException, InterruptedException {
        double aim = target;
        double ceiling = peak - CODING_ROOM;
        var sound = write(Mastering.to(aim, ceiling, recording, edges), original, file);
        for (int attempt = 1; attempt < ATTEMPTS && !sound.fits(target, peak); attempt++) {
            aim += Math.clamp(target - sound.lufs, -MAX_CORRECTION, MAX_CORRECTION);
            ceiling -= sound.truePeak > peak ? sound.truePeak - peak + 0.05 : 0;
            sound = write(Mastering.to(aim, ceiling, recording, edges), original, file);
        }
        return sound;
    }

    private boolean fits(double target, double peak) {
        return truePeak <= peak && Math.abs(lufs - target) <= LOUDNESS_TOLERANCE;
    }

    private static GameSound write(Mastering mastering, double original, Path file)
            throws IOException, InterruptedException {
        long frames = mastering.recording().frames();
        OpusWriter.write(mastering.from(-OpusWriter.LEAD_IN), frames, BITRATE, file);
        var raw = file.resolveSibling(file.getFileName() + ".pcm");
        var peaks = new TruePeakMeter();
        try (var decoded = decode(file, raw, peaks)) {
            double lufs = LoudnessMeter.of(decoded.view(Edges.SILENT, 0), decoded.frames());
            return new GameSound(file, original, lufs, peaks.decibels(), decoded.seconds());
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private static Recording decode(Path file, Path raw, Signal.Sink peaks) throws IOException, InterruptedException {
        try (var writer = new Recording.Writer(raw)) {
            OpusReader.read(file, (left, right, count) -> {
                writer.accept(left, right, count);
                peaks.accept(left, right, count);
            });
            return writer.finish();
        }
    }
}
