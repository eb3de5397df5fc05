package dev.runengine.campaign.planning;

import dev.runengine.campaign.brief.ColorScheme;
import dev.runengine.campaign.brief.Difficulty;
import dev.runengine.campaign.brief.GameChoice;
import dev.runengine.campaign.copy.CampaignCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The output of campaign_plan_from_brief. Colours are {@code #rrggbb}, durations seconds. */
record CampaignPlan(
        String theme,
        String tone,
        Colors colorScheme,
        GameTemplate gameTemplate,
        Difficulty difficulty,
        List<RequiredAsset> requiredAssets,
        List<VideoPrompt> videoPrompts,
        AudioSpecs audioSpecs,
        CampaignCopy copy,
        List<String> motifs) {

    record Colors(String primary, String secondary, String accent, String background) {
        static Colors of(ColorScheme scheme) {
            return new Colors(
                    scheme.primary().hex(),
                    scheme.secondary().hex(),
                    scheme.accent().hex(),
                    scheme.background().hex());
        }
    }

    record GameTemplate(String templateId, String templateName, String rationale) {
        static GameTemplate of(GameChoice choice) {
            return new GameTemplate(choice.template().id(), choice.template().name(), choice.rationale());
        }
    }

    record RequiredAsset(
            String assetId,
            String assetType,
            String name,
            String description,
            @Nullable String motif,
            @Nullable String uri) {}

    record VideoPrompt(String type, String prompt, String styleNotes, double durationSec) {}

    record AudioSpecs(String genre, String mood, int bpm, List<Sound> sfxList) {}

    record Sound(String name, String intent) {}
}
