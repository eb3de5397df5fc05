package dev.runengine.campaign.game;

import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Games made the way a run makes them: configuration first, then the bundle. */
public record SampleGame(Path folder) {
    public static final List<String> TEMPLATES =
            List.of("spin_wheel", "scratch_card", "slot_machine", "memory_match", "catch_game", "quiz");
    public static final ContractedSkill CONFIG = ContractedSkill.of(GameSkills.all(), "game_config_from_template");
    public static final ContractedSkill BUNDLE = ContractedSkill.of(GameSkills.all(), "bundle_game_template");

    public static ObjectNode configInput(String template, double chance) {
        var input = JsonNodeFactory.instance.objectNode();
        input.put("template_id", template).put("theme", "winter");
        input.putObject("difficulty").put("level", "easy").put("win_probability", chance);
        return input;
    }

    public JsonNode config(String template, double chance) {
        return CONFIG.succeed(configInput(template, chance), new LocalSkillContext(folder));
    }

    /** The input of a bundle without any media. */
    public ObjectNode bundleInput(String template, double chance) {
        var input = JsonNodeFactory.instance.objectNode();
        input.put("template_id", template).set("game_config", config(template, chance));
        return input;
    }

    /** Adds sound, films, a model and a button. */
    public ObjectNode withMedia(ObjectNode input, LocalSkillContext context) {
        var media = new SampleMedia(folder);
        var pack = media.zip("pack.zip", SampleMedia.audioPack("click", "win", "lose", "spin", "tick", "coin"));
        input.put("audio_uri", context.put(pack).uri());
        input.putObject("button").put("x", 250).put("y", 1530).put("width", 580).put("height", 150);
        var assets = input.putArray("assets");
        var clip = context.put(media.file("clip.webm", SampleMedia.clip())).uri();
        for (var slot : List.of("intro_video", "win_video", "lose_video")) {
            assets.addObject().put("uri", clip).put("type", "video").put("slot", slot);
        }
        var model = context.put(media.file("prize.glb", SampleMedia.glb())).uri();
        assets.addObject().put("uri", model).put("type", "model_3d").put("slot", "model");
        return input;
    }

    /** Unpacks a bundle and returns its folder. */
    public Path unpack(Path bundle, String name) {
        var target = folder.resolve(name);
        try (var zip = new ZipFile(bundle.toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }
}
