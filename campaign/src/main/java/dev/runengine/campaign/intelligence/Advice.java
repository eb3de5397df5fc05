package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.ColorScheme;
import dev.runengine.campaign.color.Contrast;
import java.util.List;

/** The output of intelligence_plan. Probabilities are per play, costs per prize. */
record Advice(
        String summary,
        RecommendedTemplate recommendedTemplate,
        Look theme,
        List<PrizeTier> prizeTiers,
        String estimatedEngagement,
        List<AssetRequirement> assetRequirements,
        List<String> warnings) {

    record RecommendedTemplate(String templateId, String reasoning, double confidence) {}

    record Look(String primary, String secondary, String accent, String background, String text, String mood) {
        static Look of(ColorScheme scheme, String mood) {
            return new Look(
                    scheme.primary().hex(),
                    scheme.secondary().hex(),
                    scheme.accent().hex(),
                    scheme.background().hex(),
                    Contrast.textOn(scheme.background()).hex(),
                    mood);
        }
    }

    record PrizeTier(String tier, String suggestion, double probability, double estimatedCost) {}

    record AssetRequirement(String assetType, String name, String description) {}
}
