package dev.runengine.campaign.validation;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two values that config.js hands to the player.
 *
 * @param config what game_config_from_template made
 * @param media which file is for what
 */
record GameScript(Optional<JsonNode> config, Optional<JsonNode> media) {
    static GameScript of(Bundle bundle) throws IOException {
        var file = bundle.file(Bundle.CONFIG);
        if (file.isEmpty()) {
            return new GameScript(Optional.empty(), Optional.empty());
        }
        var text = file.get().text();
        return new GameScript(value(text, "window.GAME_CONFIG = "), value(text, "window.GAME_MEDIA = "));
    }

    Optional<Double> winProbability() {
        return config.map(root -> root.at("/settings/win_probability"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(chance -> chance >= 0 && chance <= 1);
    }

    Optional<String> templateId() {
        return config.map(root -> root.path("template_id").asString("")).filter(id -> !id.isEmpty());
    }

    /** The object that is assigned; what follows it does not matter. */
    private static Optional<JsonNode> value(String script, String assignment) {
        int start = script.indexOf(assignment);
        if (start < 0) {
            return Optional.empty();
        }
        var json = script.substring(start + assignment.length());
        try (var parser = JsonMapper.shared().createParser(json)) {
            return Optional.ofNullable(parser.<JsonNode>readValueAsTree()).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
