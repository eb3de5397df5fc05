package dev.runengine.campaign.game;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input of assemble_campaign_manifest. */
record ManifestRequest(
        String campaignId,
        String campaignName,
        String introVideoUri,
        String gameBundleUri,
        @Nullable OutcomeVideos outcomeVideos,
        @Nullable String outcomeVideoWinUri,
        @Nullable String outcomeVideoLoseUri,
        @Nullable JsonNode buttonBounds,
        @Nullable JsonNode intelligence,
        @Nullable JsonNode rules,
        @Nullable JsonNode analytics,
        @Nullable JsonNode branding) {

    record OutcomeVideos(@Nullable String win, @Nullable String lose) {
        static final OutcomeVideos NONE = new OutcomeVideos(null, null);
    }

    @Nullable
    String winUri() {
        var given = outcomeVideos == null ? OutcomeVideos.NONE.win() : outcomeVideos.win();
        return given == null ? outcomeVideoWinUri : given;
    }

    @Nullable
    String loseUri() {
        var given = outcomeVideos == null ? OutcomeVideos.NONE.lose() : outcomeVideos.lose();
        return given == null ? outcomeVideoLoseUri : given;
    }
}
