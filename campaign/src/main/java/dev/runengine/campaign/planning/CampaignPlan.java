package dev.runengine.campaign.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The output of campaign_plan_from_brief. Colours are {@code #rrggbb}, durations seconds. */
record CampaignPlan(
        String theme,
        String tone,
        ColorScheme colorScheme,
        GameTemplate gameTemplate,
        Difficulty difficulty,
        List<RequiredAsset> requiredAssets,
        List<VideoPrompt> videoPrompts,
        AudioSpecs audioSpecs,
        Copy copy,
        List<String> motifs) {

    record ColorScheme(String primary, String secondary, String accent, String background) {}

    record GameTemplate(String templateId, String templateName, String rationale) {}

    record Difficulty(
            String level,
            double winProbability,
            String rationale,
            @Nullable Integer maxDurationSec) {}

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

    /** @param language of the phrases, BCP 47 primary subtag */
    record Copy(
            String introHeadline,
            String introSubtext,
            String winMessage,
            String loseMessage,
            String ctaText,
            String language) {}
}
