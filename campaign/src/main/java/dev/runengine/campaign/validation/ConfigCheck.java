package dev.runengine.campaign.validation;

import dev.runengine.campaign.game.GameSkills;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.schema.JsonSchemas;
import java.util.Optional;

/** Whether the configuration is one the player understands: the output schema of the skill that makes it decides. */
final class ConfigCheck {
    private static final String RECONFIGURE = "Make the configuration with game_config_from_template.";

    private final JsonSchemas schemas = new JsonSchemas();
    private final JObject schema = GameSkills.all().stream()
            .map(skill -> skill.descriptor())
            .filter(descriptor -> descriptor.id().equals("game_config_from_template"))
            .findFirst()
            .orElseThrow()
            .outputSchema();

    void run(Bundle bundle, GameScript script, Optional<BundleManifest> manifest, Issues issues) {
        if (bundle.file(Bundle.CONFIG).isEmpty()) {
            issues.error("config_missing", "there is no configuration", Bundle.CONFIG, RECONFIGURE);
            return;
        }
        if (script.config().isEmpty() || script.media().isEmpty()) {
            issues.error(
                    "config_unreadable",
                    "the script does not assign JSON to window.GAME_CONFIG and window.GAME_MEDIA",
                    Bundle.CONFIG,
                    RECONFIGURE);
            return;
        }
        for (var problem :
                schemas.check(schema, JacksonJson.fromNode(script.config().get()))) {
            issues.error(
                    "config_invalid", "\"" + problem.pointer() + "\": " + problem.detail(), Bundle.CONFIG, RECONFIGURE);
        }
        var stated = manifest.flatMap(found -> found.text("template_id"));
        if (stated.isPresent() && !stated.equals(script.templateId())) {
            issues.error(
                    "template_differs",
                    "the manifest says " + stated.get() + ", the configuration "
                            + script.templateId().orElse("nothing"),
                    Bundle.CONFIG,
                    RECONFIGURE);
        }
    }
}
