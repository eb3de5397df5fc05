package dev.runengine.campaign.game;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The door of the package: the skills that make a game and tell what belongs to a campaign. */
public final class GameSkills {
    private GameSkills() {}

    public static List<Skill> all() {
        var config = descriptor("game_config_from_template");
        var bundle = withGameConfig(descriptor("bundle_game_template"), config.outputSchema());
        return List.of(
                TypedSkill.of(config, ConfigRequest.class, new GameConfigurator()::configure),
                TypedSkill.of(bundle, BundleRequest.class, new GameBundler()::bundle),
                TypedSkill.of(
                        descriptor("assemble_campaign_manifest"),
                        ManifestRequest.class,
                        new ManifestAssembler()::assemble));
    }

    private static SkillDescriptor descriptor(String id) {
        return SkillDescriptors.load(GameSkills.class, id + ".json");
    }

    /** What configures a game is what a bundle accepts: one schema, written once. */
    private static SkillDescriptor withGameConfig(SkillDescriptor bundle, JObject configSchema) {
        var input = bundle.inputSchema();
        var properties = (JObject) input.get("properties").orElse(Json.object());
        var accepted = input.with("properties", properties.with("game_config", configSchema.without("$schema")));
        return new SkillDescriptor(
                bundle.id(),
                bundle.version(),
                bundle.implementation(),
                bundle.title(),
                bundle.description(),
                bundle.tags(),
                accepted,
                bundle.outputSchema(),
                bundle.produces(),
                bundle.timeLimit());
    }
}
