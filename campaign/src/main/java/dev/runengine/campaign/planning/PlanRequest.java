package dev.runengine.campaign.planning;

import dev.runengine.campaign.brief.Constraints;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The input of campaign_plan_from_brief.
 *
 * @param brief a text, or an object whose texts are the brief
 */
record PlanRequest(
        JsonNode brief,
        List<BrandAsset> brandAssets,
        @Nullable Constraints constraints) {

    record BrandAsset(String uri, String type, @Nullable String name) {}

    Constraints limits() {
        return Optional.ofNullable(constraints).orElse(Constraints.NONE);
    }
}
