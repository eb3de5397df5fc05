package dev.runengine.campaign.game;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The input of assemble_campaign_manifest.
 *
 * @param intelligence what the intelligence skills said, by name: plan, theme_brief, theme_image, copy
 */
record ManifestRequest(
        String campaignId,
        String campaignName,
        String introVideoUri,
        String gameBundleUri,
        @Nullable OutcomeVideos outcomeVideos,
        @Nullable String outcomeVideoWinUri,
        @Nullable String outcomeVideoLoseUri,
        @Nullable String introImageUri,
        @Nullable String audioUri,
        @Nullable StartButton buttonBounds,
        @Nullable JsonNode intelligence,
        @Nullable JsonNode rules,
        @Nullable JsonNode analytics,
        @Nullable JsonNode branding) {

    record OutcomeVideos(@Nullable String win, @Nullable String lose) {
        static final OutcomeVideos NONE = new OutcomeVideos(null, null);
    }

    /** @param pointer to where it is stated */
    record Stated(CampaignPart part, String uri, String pointer) {}

    /** The parts a campaign may do without, as far as they are stated. */
    List<Stated> optionalParts() {
        var videos = outcomeVideos == null ? OutcomeVideos.NONE : outcomeVideos;
        var stated = new ArrayList<Stated>();
        add(stated, CampaignPart.OUTCOME_VIDEO_WIN, videos.win(), "/outcome_videos/win");
        add(stated, CampaignPart.OUTCOME_VIDEO_WIN, outcomeVideoWinUri, "/outcome_video_win_uri");
        add(stated, CampaignPart.OUTCOME_VIDEO_LOSE, videos.lose(), "/outcome_videos/lose");
        add(stated, CampaignPart.OUTCOME_VIDEO_LOSE, outcomeVideoLoseUri, "/outcome_video_lose_uri");
        add(stated, CampaignPart.INTRO_IMAGE, introImageUri, "/intro_image_uri");
        add(stated, CampaignPart.AUDIO, audioUri, "/audio_uri");
        return List.copyOf(stated);
    }

    /** The first statement about a part counts. */
    private static void add(List<Stated> stated, CampaignPart part, @Nullable String uri, String pointer) {
        if (uri != null && stated.stream().noneMatch(other -> other.part() == part)) {
            stated.add(new Stated(part, uri, pointer));
        }
    }
}
