package dev.runengine.campaign.game;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Packs a game: player, configuration and whatever media there are. What is missing, the player replaces. */
final class GameBundler {
    private static final int ID_DIGITS = 16;

    BundleResult bundle(BundleRequest request, SkillContext context) throws SkillException, IOException {
        check(request);
        var files = files(request, context);
        var manifest = manifest(request, BundleArchive.describe(files));
        var manifestFile = context.workspace().resolve("manifest.json");
        Files.write(manifestFile, Resources.canonical(manifest));
        files.add(BundleFile.text("manifest.json", manifestFile, "application/json"));

        var zip = context.workspace().resolve("game.zip");
        BundleArchive.write(files, request.compressionLevel(), zip);
        return new BundleResult(
                context.publish(zip, "application/zip", request.filename()).uri(),
                context.publish(manifestFile, "application/json", "manifest.json")
                        .uri(),
                manifest,
                Files.size(zip),
                files.size(),
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
        var button = request.button();
        if (button != null && !button.fractions().insidePicture()) {
            throw SkillException.invalidInput(
                    "/button",
                    "lies outside of the picture; state image_width and image_height if it is not 1080 by 1920");
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
        files.add(configuration(request, audio, slots, workspace));
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

    private static BundleFile configuration(
            BundleRequest request, AudioPack audio, List<Slots.Filled> slots, Path workspace) throws IOException {
        var files = new TreeMap<String, Object>(Map.of("sfx", audio.effects()));
        audio.bgm().ifPresent(path -> files.put("bgm", path));
        slots.forEach(slot -> files.put(slot.slot(), slot.file().path()));
        var media = new TreeMap<String, Object>(Map.of("files", files));
        var button = request.button();
        if (button != null) {
            media.put("button", button.fractions());
        }
        var script = "'use strict';\nwindow.GAME_CONFIG = " + canonical(request.gameConfig())
                + ";\nwindow.GAME_MEDIA = " + new String(Resources.canonical(media), StandardCharsets.UTF_8) + ";\n";
        var target = workspace.resolve("config.js");
        Files.writeString(target, script);
        return BundleFile.text("config.js", target, "text/javascript");
    }

    private static String canonical(JsonNode node) {
        return CanonicalJson.text(JacksonJson.fromNode(node));
    }

    private static BundleResult.Manifest manifest(BundleRequest request, List<BundleResult.FileEntry> files) {
        var checksum = ContentHash.of(Resources.canonical(files)).hex();
        return new BundleResult.Manifest(
                "game_" + checksum.substring(0, ID_DIGITS),
                request.templateId(),
                PlayerFiles.ENTRY_POINT,
                checksum,
                files);
    }
}
