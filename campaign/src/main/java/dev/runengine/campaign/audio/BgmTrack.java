package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.loudness.Mastering;
import dev.runengine.campaign.audio.music.MusicBrief;
import dev.runengine.campaign.audio.music.Piece;
import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.wav.WavWriter;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** generate_bgm_track: composes, plays and masters music. */
final class BgmTrack {
    static final double LUFS = -16;
    static final double TRUE_PEAK = -1;

    private static final double ENERGY = 0.6;

    private BgmTrack() {}

    record Request(
            Style style,
            @Nullable Double bpm,
            double durationSec,
            @Nullable Boolean loopable,
            @Nullable String customPrompt,
            @Nullable Long seed) {}

    record Style(
            String genre,
            @Nullable String mood,
            List<String> instruments,
            @Nullable Double energyLevel) {}

    record Result(
            String audioUri,
            double durationSec,
            double bpm,
            String format,
            int sampleRate,
            int bitrateKbps,
            int channels,
            long fileSizeBytes,
            boolean isLoopable,
            GenerationParams generationParams) {}

    record GenerationParams(
            String model, String genre, @Nullable String mood, int bars, double energyLevel, long seed) {}

    static Skill skill() {
        var descriptor = SkillDescriptors.load(BgmTrack.class, "generate_bgm_track.json");
        return TypedSkill.of(descriptor, Request.class, BgmTrack::run);
    }

    private static Result run(Request request, SkillContext context) throws IOException, InterruptedException {
        var brief = brief(request);
        var piece = Piece.of(brief);
        var wav = context.workspace().resolve("bgm.wav");
        var edges = piece.loop() ? Edges.LOOPED : Edges.SILENT;
        var raw = context.workspace().resolve("bgm.pcm");
        try (var recording = Recording.of(piece.play(), piece.frames(), raw)) {
            WavWriter.write(Mastering.to(LUFS, TRUE_PEAK, recording, edges).from(0), piece.frames(), wav);
        }
        Files.delete(raw);
        return new Result(
                context.publish(wav, "audio/wav", "bgm.wav").uri(),
                piece.frames() / (double) Signal.RATE,
                piece.bpm(),
                "wav",
                Signal.RATE,
                WavWriter.BITRATE_KBPS,
                2,
                Files.size(wav),
                piece.loop(),
                new GenerationParams(
                        "local synthesiser",
                        brief.genre(),
                        request.style.mood,
                        piece.bars(),
                        brief.energy(),
                        brief.seed()));
    }

    private static MusicBrief brief(Request request) {
        var style = request.style;
        boolean loop = request.loopable == null || request.loopable;
        double energy = style.energyLevel == null ? ENERGY : style.energyLevel;
        return new MusicBrief(
                style.genre,
                Optional.ofNullable(style.mood),
                request.bpm == null ? OptionalDouble.empty() : OptionalDouble.of(request.bpm),
                request.durationSec,
                loop,
                style.instruments,
                energy,
                request.seed == null ? Seeds.of(request) : request.seed);
    }
}
