package dev.runengine.campaign.game;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The output of game_config_from_template: everything the player needs to know but the files. */
record GameConfig(
        String templateId,
        String version,
        Settings settings,
        Visuals visuals,
        Audio audio,
        Mechanics mechanics,
        Map<String, String> copy,
        @Nullable Map<String, String> assetRefs) {

    /** @param direction ltr or rtl, of the headline */
    record Settings(String language, String direction, String level, double winProbability, int durationSec) {}

    record Visuals(
            String theme,
            @Nullable String mood,
            ConfigRequest.ColorScheme colorScheme,
            TextColors textColors,
            List<String> motifs) {}

    record TextColors(String onBackground, String onPrimary, String onAccent) {}

    /** @param cues the intent of the effect for each action of the game; volumes are linear, 0 to 1 */
    record Audio(double musicVolume, double effectsVolume, Map<String, String> cues) {}
}
