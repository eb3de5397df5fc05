package dev.runengine.campaign.review;

import dev.runengine.campaign.archive.Archive;
import dev.runengine.campaign.audio.opus.BadOpusException;
import dev.runengine.campaign.audio.opus.OpusReader;
import dev.runengine.campaign.audio.signal.Resampled;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.wav.BadWavException;
import dev.runengine.campaign.audio.wav.WavReader;
import dev.runengine.campaign.game.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures sounds, and packs of them: loudness, true peak, clipping, silence, length. */
final class AudioMeter {
    private static final int MAX_SECONDS = 600;

    private AudioMeter() {}

    /** @param folder for the files of a pack; is created when there are any */
    static List<Measurement> measure(Path file, MediaKind kind, Path folder, Context context)
            throws Unmeasurable, IOException, InterruptedException {
        return kind == MediaKind.ZIP ? pack(file, folder, context) : single(file, kind, context);
    }

    private static List<Measurement> pack(Path file, Path folder, Context context)
            throws Unmeasurable, IOException, InterruptedException {
        var unpacked = Archive.unpack(file, folder);
        if (!unpacked.problems().isEmpty()) {
            throw new Unmeasurable(unpacked.problems().getFirst().message());
        }
        var measured = new ArrayList<Measurement>();
        for (var entry : unpacked.files().values()) {
            var kind = MediaKind.of(entry.content()).filter(found -> found.role() == MediaKind.Role.AUDIO);
            if (kind.isPresent()) {
                single(entry.content(), kind.get(), context).forEach(one -> measured.add(one.of(entry.path())));
            }
        }
        if (measured.isEmpty()) {
            throw new Unmeasurable("the pack holds no sound");
        }
        return measured;
    }

    private static List<Measurement> single(Path file, MediaKind kind, Context context)
            throws Unmeasurable, IOException, InterruptedException {
        var sound = new SoundStatistics();
        try {
            switch (kind) {
                case WAV -> wav(file, sound);
                case OGG -> OpusReader.read(file, sound);
                default ->
                    throw new Unmeasurable(
                            "sounds of the kind " + kind.mediaType() + " are not measured; give WAV or Ogg Opus");
            }
        } catch (BadWavException | BadOpusException e) {
            throw new Unmeasurable("the sound cannot be decoded: " + e.getMessage());
        }
        return measurements(sound, Files.size(file), context);
    }

    private static void wav(Path file, SoundStatistics sound) throws IOException, InterruptedException {
        try (var reader = WavReader.open(file)) {
            long frames = Math.min(reader.frames(), (long) MAX_SECONDS * reader.rate());
            if (reader.rate() == Signal.RATE) {
                reader.pump(frames, sound);
            } else {
                long resampled = StrictMath.round(frames * (double) Signal.RATE / reader.rate());
                new Resampled(reader, reader.rate()).pump(resampled, sound);
            }
        }
    }

    private static List<Measurement> measurements(SoundStatistics sound, long bytes, Context context)
            throws IOException {
        double loudness = sound.loudness();
        double peak = sound.truePeak();
        return List.of(
                Measurement.grave(
                        Aspect.INTEGRITY,
                        "audible_share",
                        sound.audibleShare(),
                        "of the length",
                        new Scale(0.02, 0.3),
                        "hardly anything is to be heard",
                        "Make the sound again."),
                Measurement.grave(
                        Aspect.TECHNICAL,
                        "duration",
                        sound.seconds(),
                        "s",
                        new Scale(0.005, 0.03),
                        "the sound is too short to be heard",
                        "Use a sound of at least 30 ms."),
                Measurement.grave(
                        Aspect.TECHNICAL,
                        "loudness",
                        loudness,
                        "LUFS",
                        loudness < -13 ? new Scale(-40, -20) : new Scale(-4, -9),
                        "the sound has " + decimal(loudness) + " LUFS, which is too quiet or too loud for a game",
                        "Mix it: music at -14 LUFS, effects at -12."),
                Measurement.mild(
                        Aspect.TECHNICAL,
                        "true_peak",
                        peak,
                        "dBTP",
                        new Scale(1, -0.9),
                        "its true peak is " + decimal(peak) + " dBTP",
                        "Limit it to -1 dBTP."),
                Measurement.grave(
                        Aspect.TECHNICAL,
                        "clipped_share",
                        sound.clippedShare(),
                        "of the samples",
                        new Scale(0.002, 0),
                        "the sound is clipped",
                        "Lower its gain before it is stored."),
                Measurement.grave(
                        Aspect.WEIGHT,
                        "file_size",
                        bytes,
                        "bytes",
                        context.budget(2_000_000, 12_000_000),
                        "the sound has " + bytes + " bytes",
                        "Encode it as Ogg Opus."));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
