package dev.runengine.campaign.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has to keep to, whatever its brief says.
 *
 * @param language BCP 47
 * @param region ISO 3166-1
 */
public record Constraints(
        @Nullable Integer maxGameDurationSec,
        @Nullable String targetAudience,
        List<String> excludedThemes,
        List<String> requiredFeatures,
        @Nullable String language,
        @Nullable String region) {
    public static final Constraints NONE = new Constraints(null, null, List.of(), List.of(), null, null);
}
