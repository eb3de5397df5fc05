package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.opus.BadOpusException;
import dev.runengine.campaign.audio.opus.OpusReader;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Resampled;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.wav.BadWavException;
import dev.runengine.campaign.audio.wav.WavReader;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillContext.ArtifactMissingException;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sounds named by an input, decoded to a recording; whatever is wrong with them is said of the input's member. */
record SourceAudio(SkillContext context) {
    private static final int MAX_SECONDS = 600;

    Path fetch(String uri, String pointer) throws SkillException, IOException {
        var address = ArtifactAddress.parse(uri)
                .orElseThrow(() -> SkillException.invalidInput(
                        pointer, "this is not an artifact address; use one like artifact:sha256:<64 hex digits>"));
        try {
            return context.fetch(address);
        } catch (ArtifactMissingException e) {
            throw SkillException.invalidInput(pointer, String.valueOf(e.getMessage()));
        }
    }

    /** @param name of the new file for the recording */
    Recording open(String uri, String pointer, String name) throws SkillException, IOException, InterruptedException {
        var file = fetch(uri, pointer);
        var raw = context.workspace().resolve(name);
        try {
            return required(isOgg(file) ? opus(file, raw) : wav(file, raw), pointer);
        } catch (BadWavException | BadOpusException e) {
            throw SkillException.invalidInput(
                    pointer, "this file cannot be used: " + e.getMessage() + "; upload a WAV or Ogg Opus file");
        }
    }

    private static boolean isOgg(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'O' && start[1] == 'g' && start[2] == 'g' && start[3] == 'S';
        }
    }

    private static Recording wav(Path file, Path raw) throws IOException, InterruptedException {
        try (var reader = WavReader.open(file)) {
            if (reader.rate() == Signal.RATE) {
                return Recording.of(reader, bounded(reader.frames()), raw);
            }
            long frames = Math.round(reader.frames() * (double) Signal.RATE / reader.rate());
            return Recording.of(new Resampled(reader, reader.rate()), bounded(frames), raw);
        }
    }

    private static Recording opus(Path file, Path raw) throws IOException, InterruptedException {
        try (var writer = new Recording.Writer(raw)) {
            var frames = new long[1];
            OpusReader.read(file, (left, right, count) -> {
                frames[0] += count;
                if (frames[0] == bounded(frames[0])) {
                    writer.accept(left, right, count);
                }
            });
            return writer.finish();
        }
    }

    /** One second more than allowed is enough to see that a sound is too long. */
    private static long bounded(long frames) {
        return Math.min(frames, (MAX_SECONDS + 1L) * Signal.RATE);
    }

    private static Recording required(Recording recording, String pointer) throws SkillException, IOException {
        if (recording.frames() > 0 && recording.seconds() <= MAX_SECONDS) {
            return recording;
        }
        recording.close();
        throw SkillException.invalidInput(
                pointer,
                recording.frames() == 0
                        ? "this sound has no samples; upload one that can be heard"
                        : "this sound is longer than " + MAX_SECONDS + " seconds; shorten it");
    }
}
