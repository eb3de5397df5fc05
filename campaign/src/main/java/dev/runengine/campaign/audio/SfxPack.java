package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.effects.Intent;
import dev.runengine.campaign.audio.effects.SoundEffect;
import dev.runengine.campaign.audio.loudness.Mastering;
import dev.runengine.campaign.audio.signal.Edges;
import dev.runengine.campaign.audio.signal.Recording;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.wav.WavWriter;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.SkillException;
import dev.runengine.skills.typed.TypedSkill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** generate_sfx_pack: plays and masters sound effects. */
final class SfxPack {
    private static final String STYLE = "pop";

    private SfxPack() {}

    record Request(
            List<Wanted> sfxList,
            @Nullable String style,
            @Nullable Long seed) {}

    record Wanted(
            String name,
            String intent,
            @Nullable Double durationSec,
            @Nullable Integer variations) {

        double seconds() {
            return durationSec == null ? Intent.named(intent).seconds() : durationSec;
        }

        int count() {
            return variations == null ? 1 : variations;
        }

        /** The first keeps the name, so that a game need not know whether there are more. */
        String name(int variation) {
            return variation == 0 ? name : name + "_" + (variation + 1);
        }
    }

    record Result(
            String manifestUri,
            String packUri,
            List<SfxFile> sfxFiles,
            int totalCount,
            long totalSizeBytes,
            String format) {}

    static Skill skill() {
        var descriptor = SkillDescriptors.load(SfxPack.class, "generate_sfx_pack.json");
        return TypedSkill.of(descriptor, Request.class, SfxPack::run);
    }

    private static Result run(Request request, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        requireDistinctNames(request.sfxList);
        long seed = request.seed == null ? Seeds.of(request) : request.seed;
        var style = request.style == null ? STYLE : request.style;
        var pack = new Pack();
        var files = new ArrayList<SfxFile>();
        for (var wanted : request.sfxList) {
            for (int variation = 0; variation < wanted.count(); variation++) {
                var effect = SoundEffect.of(Intent.named(wanted.intent), style, wanted.seconds(), variation, seed);
                var name = wanted.name(variation);
                var wav = render(effect, name, context.workspace());
                pack.add(name + ".wav", wav);
                files.add(published(context, wav, name, wanted.intent, variation, effect));
            }
        }
        return packed(pack, files, style, context);
    }

    private static void requireDistinctNames(List<Wanted> sounds) throws SkillException {
        var names = new HashSet<String>();
        for (int i = 0; i < sounds.size(); i++) {
            for (int variation = 0; variation < sounds.get(i).count(); variation++) {
                var name = sounds.get(i).name(variation);
                if (!names.add(name)) {
                    throw SkillException.invalidInput(
                            "/sfx_list/" + i + "/name", "there are two effects named " + name + "; rename one");
                }
            }
        }
    }

    private static Path render(SoundEffect effect, String name, Path folder) throws IOException, InterruptedException {
        var raw = folder.resolve(name + ".pcm");
        var wav = folder.resolve(name + ".wav");
        try (var recording = Recording.of(effect.play(), effect.frames(), raw)) {
            var mastering = Mastering.to(BgmTrack.LUFS, BgmTrack.TRUE_PEAK, recording, Edges.SILENT);
            WavWriter.write(mastering.from(0), effect.frames(), wav);
        }
        Files.delete(raw);
        return wav;
    }

    private static SfxFile published(
            SkillContext context, Path wav, String name, String intent, int variation, SoundEffect effect)
            throws IOException {
        return new SfxFile(
                name,
                intent,
                variation + 1,
                context.publish(wav, "audio/wav", name + ".wav").uri(),
                effect.frames() / (double) Signal.RATE,
                Files.size(wav));
    }

    private static Result packed(Pack pack, List<SfxFile> files, String style, SkillContext context)
            throws IOException {
        var manifest = context.workspace().resolve("manifest.json");
        Documents.write(new SfxManifest(1, style, "wav", Signal.RATE, files), manifest);
        pack.add("manifest.json", manifest);
        var zip = context.workspace().resolve("sfx.zip");
        pack.write(zip);
        return new Result(
                context.publish(manifest, "application/json", "manifest.json").uri(),
                context.publish(zip, "application/zip", "sfx.zip").uri(),
                files,
                files.size(),
                files.stream().mapToLong(SfxFile::fileSizeBytes).sum(),
                "wav");
    }
}
