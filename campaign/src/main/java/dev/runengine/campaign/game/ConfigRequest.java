package dev.runengine.campaign.game;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The input of game_config_from_template.
 *
 * @param theme a name, or an object with name, mood, motifs and palette
 * @param difficulty a level, or an object with level, win_probability and max_duration_sec
 * @param copy texts by name; those not given are those of the language
 */
record ConfigRequest(
        String templateId,
        JsonNode theme,
        JsonNode difficulty,
        @Nullable ColorScheme colorScheme,
        List<String> motifs,
        @Nullable Integer durationSec,
        Map<String, String> copy,
        List<Mechanics.Question> questions,
        Map<String, String> assetRefs,
        @Nullable String language) {

    /** Colours as {@code #rrggbb}. */
    record ColorScheme(String primary, String secondary, String accent, String background) {
        static final ColorScheme DEFAULT = new ColorScheme("#8a63ff", "#3fa9f5", "#ffc53d", "#1d1440");
    }

    String themeName() {
        return theme.isString() ? theme.stringValue() : theme.path("name").asString("celebration");
    }

    Optional<String> mood() {
        return theme.path("mood").asStringOpt();
    }

    String level() {
        return difficulty.isString()
                ? difficulty.stringValue()
                : difficulty.path("level").stringValue();
    }

    Optional<Double> winProbability() {
        var stated = difficulty.path("win_probability");
        return stated.isNumber() ? Optional.of(stated.doubleValue()) : Optional.empty();
    }

    Optional<Integer> maxDurationSec() {
        var stated = difficulty.path("max_duration_sec");
        return stated.isNumber() ? Optional.of(stated.intValue()) : Optional.empty();
    }

    String languageCode() {
        return Optional.ofNullable(language)
                .or(() -> Optional.ofNullable(copy.get("language")))
                .orElse("en");
    }
}
