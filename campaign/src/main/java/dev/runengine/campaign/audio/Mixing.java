package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.loudness.LoudnessMeter;
import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** One mix: each sound for itself, then the pack of all. */
record Mixing(SkillContext context, SourceAudio sources, MixResult.LoudnessInfo info) {
    private static final String BGM = "audio/bgm.ogg";

    /** @param pointer to where the input names it */
    record Effect(SfxFile file, String pointer) {}

    /** A mixed sound and where its file went. */
    private record Mixed(GameSound sound, String uri) {}

    MixResult mix(String bgmUri, List<Effect> effects) throws SkillException, IOException, InterruptedException {
        var pack = new Pack();
        var bgm = mixed(bgmUri, "/bgm_uri", Edges.LOOPED, info.bgmTargetLufs(), "bgm.ogg");
        pack.add(BGM, bgm.sound.file());
        var results = new ArrayList<MixResult.Effect>();
        var entries = new ArrayList<MixManifest.Entry>();
        for (var effect : effects) {
            var file = effect.file();
            var mixed = mixed(
                    file.uri(),
                    effect.pointer() + "/uri",
                    Edges.SILENT,
                    info.sfxTargetLufs(),
                    file.name() + ".sfx.ogg");
            var path = "audio/sfx/" + file.name() + ".ogg";
            pack.add(path, mixed.sound.file());
            results.add(result(file, mixed));
            entries.add(entry(file, path, mixed.sound));
        }
        var manifest = context.workspace().resolve("manifest.json");
        Documents.write(new MixManifest(1, bgmEntry(bgm.sound), entries, info), manifest);
        pack.add("manifest.json", manifest);
        var zip = context.workspace().resolve("audio.zip");
        pack.write(zip);
        return new MixResult(
                context.publish(manifest, "application/json", "manifest.json").uri(),
                context.publish(zip, "application/zip", "audio.zip").uri(),
                result(bgmUri, bgm),
                results,
                info);
    }

    private Mixed mixed(String uri, String pointer, Edges edges, double target, String filename)
            throws SkillException, IOException, InterruptedException {
        var raw = context.workspace().resolve(filename + ".source");
        try (var recording = sources.open(uri, pointer, raw.getFileName().toString())) {
            double original = LoudnessMeter.of(recording.view(edges, 0), recording.frames());
            if (original == Double.NEGATIVE_INFINITY) {
                throw SkillException.invalidInput(pointer, "this sound is silent; upload one that can be heard");
            }
            var file = context.workspace().resolve(filename);
            var sound = GameSound.encode(recording, edges, original, target, info.truePeakLimitDbfs(), file);
            return new Mixed(sound, context.publish(file, "audio/ogg", filename).uri());
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private static MixResult.Sound result(String uri, Mixed mixed) {
        var sound = mixed.sound;
        return new MixResult.Sound(
                uri,
                mixed.uri,
                hundredths(sound.originalLufs()),
                hundredths(sound.lufs()),
                hundredths(sound.truePeak()),
                sound.seconds());
    }

    private static MixResult.Effect result(SfxFile file, Mixed mixed) {
        var sound = mixed.sound;
        return new MixResult.Effect(
                file.name(),
                file.intent(),
                file.uri(),
                mixed.uri,
                hundredths(sound.originalLufs()),
                hundredths(sound.lufs()),
                hundredths(sound.truePeak()),
                sound.seconds());
    }

    private static MixManifest.Entry bgmEntry(GameSound sound) {
        return new MixManifest.Entry(
                null, null, BGM, true, sound.seconds(), hundredths(sound.lufs()), hundredths(sound.truePeak()));
    }

    private static MixManifest.Entry entry(SfxFile file, String path, GameSound sound) {
        return new MixManifest.Entry(
                file.name(),
                file.intent(),
                path,
                false,
                sound.seconds(),
                hundredths(sound.lufs()),
                hundredths(sound.truePeak()));
    }

    private static double hundredths(double decibels) {
        return Math.rint(decibels * 100) / 100;
    }
}
