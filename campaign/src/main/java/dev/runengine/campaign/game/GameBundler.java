package dev.runengine.campaign.game;

import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Packs a game: player, configuration and whatever media there are. What is missing, the player replaces. */
final class GameBundler {
    BundleResult bundle(BundleRequest request, SkillContext context) throws SkillException, IOException {
        check(request);
        var packed = BundleArchive.pack(
                request.templateId(), files(request, context), request.compressionLevel(), context.workspace());
        return new BundleResult(
                context.publish(packed.zip(), "application/zip", request.filename())
                        .uri(),
                context.publish(packed.manifestFile(), "application/json", BundleArchive.MANIFEST)
                        .uri(),
                packed.manifest(),
                Files.size(packed.zip()),
                packed.fileCount(),
                PlayerFiles.ENTRY_POINT);
    }

    private static void check(BundleRequest request) throws SkillException {
        var configured = request.gameConfig().path("template_id").asString("");
        if (!configured.equals(request.templateId())) {
            throw SkillException.invalidInput(
                    "/template_id",
                    "is \"" + request.templateId() + "\", but game_config is for \"" + configured
                            + "\"; take the template of the configuration");
        }
    }

    private static List<BundleFile> files(BundleRequest request, SkillContext context)
            throws SkillException, IOException {
        var workspace = context.workspace();
        var audioUri = request.audioUri();
        var audio = audioUri == null
                ? AudioPack.SILENT
                : AudioPack.read(Slots.fetch(audioUri, "/audio_uri", context), workspace);
        var slots = Slots.fill(request.assets(), context);

        var files = new ArrayList<>(PlayerFiles.of(request.templateId(), workspace));
        files.add(script(request, audio, slots).write(workspace));
        files.addAll(audio.files());
        slots.forEach(slot -> files.add(slot.file()));
        if (request.embeds()) {
            files.add(EmbeddedAssets.write(fetched(audio, slots), workspace.resolve("assets.js")));
        }
        return files;
    }

    /** What the player reads with fetch(); the browser itself loads films and pictures. */
    private static List<BundleFile> fetched(AudioPack audio, List<Slots.Filled> slots) {
        var fetched = new ArrayList<>(audio.files());
        slots.stream().filter(slot -> slot.slot().equals("model")).forEach(slot -> fetched.add(slot.file()));
        return fetched;
    }

    private static PageScript script(BundleRequest request, AudioPack audio, List<Slots.Filled> slots)
            throws SkillException {
        var script =
                PageScript.of(request.gameConfig(), audio).withButton(StartButton.share(request.button(), "/button"));
        for (var slot : slots) {
            script = script.filled(slot.slot(), slot.file().path());
        }
        return script;
    }
}
