package dev.runengine.campaign.game;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The output of assemble_campaign_manifest.
 *
 * @param artifactRefs what is stored of the campaign, its manifest and its player included
 * @param playerUri a ZIP of one page that joins intro, game and outcomes; absent where a part of it is not stored
 * @param deploymentReady everything needed is there and is what it should be
 */
record CampaignManifest(
        String manifestUri,
        Body manifest,
        List<ArtifactRef> artifactRefs,
        @Nullable String playerUri,
        Validation validation,
        boolean deploymentReady) {

    /** @param checksum SHA-256 of the canonical form of the manifest without this member */
    record Body(
            String schemaVersion,
            String campaignId,
            String campaignName,
            List<Asset> assets,
            @Nullable StartButton buttonBounds,
            @Nullable JsonNode intelligence,
            @Nullable JsonNode rules,
            @Nullable JsonNode analytics,
            @Nullable JsonNode branding,
            @Nullable String checksum) {}

    /** @param status valid, missing, or external: on the web, where it is neither read nor checked */
    record Asset(
            String role,
            String uri,
            String status,
            @Nullable String sha256,
            @Nullable Long sizeBytes,
            @Nullable String mediaType) {}

    /** An artifact as review_asset_quality takes it. */
    record ArtifactRef(String uri, String type, String name) {}

    record Validation(boolean allAssetsValid, List<String> missingAssets, List<String> warnings) {}
}
