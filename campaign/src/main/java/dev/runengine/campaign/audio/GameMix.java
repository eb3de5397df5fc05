package dev.runengine.campaign.audio;

import dev.runengine.campaign.audio.MixResult.LoudnessInfo;
import dev.runengine.campaign.audio.signal.Decibels;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.SkillException;
import dev.runengine.skills.typed.TypedSkill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** mix_audio_for_game: brings music and effects to their loudness and encodes them for the browser. */
final class GameMix {
    /** However much the music is boosted: beyond this a limiter leaves nothing of its dynamics. */
    private static final double LOUDEST = -8;

    private static final int MAX_EFFECTS = 320;

    private GameMix() {}

    record Request(
            String bgmUri,
            List<SfxFile> sfxFiles,
            @Nullable String sfxManifest,
            Targets loudnessTargets,
            @Nullable Double volumeBoost) {}

    record Targets(
            @Nullable Double bgmLufs,
            @Nullable Double sfxLufs,
            @Nullable Double truePeakDbfs) {}

    static Skill skill() {
        var descriptor = SkillDescriptors.load(GameMix.class, "mix_audio_for_game.json");
        return TypedSkill.of(descriptor, Request.class, GameMix::run);
    }

    private static MixResult run(Request request, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var sources = new SourceAudio(context);
        var effects = effects(request, sources);
        requireDistinctNames(effects);
        return new Mixing(context, sources, info(request)).mix(request.bgmUri, effects);
    }

    private static List<Mixing.Effect> effects(Request request, SourceAudio sources)
            throws SkillException, IOException {
        var effects = new ArrayList<Mixing.Effect>();
        for (int i = 0; i < request.sfxFiles.size(); i++) {
            effects.add(new Mixing.Effect(request.sfxFiles.get(i), "/sfx_files/" + i));
        }
        if (request.sfxManifest != null) {
            for (var file : manifest(request.sfxManifest, sources).sfxFiles()) {
                effects.add(new Mixing.Effect(file, "/sfx_manifest"));
            }
        }
        return effects;
    }

    private static SfxManifest manifest(String uri, SourceAudio sources) throws SkillException, IOException {
        var file = sources.fetch(uri, "/sfx_manifest");
        try {
            var manifest = Documents.read(file, SfxManifest.class);
            if (manifest.sfxFiles() != null
                    && manifest.sfxFiles().size() <= MAX_EFFECTS
                    && manifest.sfxFiles().stream().allMatch(listed -> listed != null && listed.wellFormed())) {
                return manifest;
            }
        } catch (JacksonException e) {
            // Not JSON, or not of this shape: said below, as of a manifest that lists what cannot be.
        }
        throw SkillException.invalidInput(
                "/sfx_manifest", "this is not a manifest of effects; use the manifest_uri of generate_sfx_pack");
    }

    private static void requireDistinctNames(List<Mixing.Effect> effects) throws SkillException {
        var names = new HashSet<String>();
        for (var effect : effects) {
            if (!names.add(effect.file().name())) {
                throw SkillException.invalidInput(
                        effect.pointer(),
                        "there are two effects named " + effect.file().name() + "; rename one");
            }
        }
    }

    private static LoudnessInfo info(Request request) {
        var targets = request.loudnessTargets;
        double boost = request.volumeBoost == null ? 1 : request.volumeBoost;
        double bgm = orElse(targets.bgmLufs, -14) + Decibels.ofAmplitude(boost);
        return new LoudnessInfo(
                "ITU-R BS.1770-4",
                Math.min(LOUDEST, bgm),
                orElse(targets.sfxLufs, -12),
                orElse(targets.truePeakDbfs, -1),
                boost,
                "opus",
                Signal.RATE);
    }

    private static double orElse(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
