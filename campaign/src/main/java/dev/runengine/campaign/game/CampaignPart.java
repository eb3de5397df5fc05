package dev.runengine.campaign.game;

import java.util.Optional;
import java.util.Set;

/** What a campaign consists of, in the order a manifest lists it. */
enum CampaignPart {
    GAME_BUNDLE("game_bundle", "game_bundle", "a ZIP", MediaKind.Role.PACK),
    INTRO_VIDEO("intro_video", "video", "a film", MediaKind.Role.VIDEO),
    OUTCOME_VIDEO_WIN("outcome_video_win", "video", "a film", MediaKind.Role.VIDEO),
    OUTCOME_VIDEO_LOSE("outcome_video_lose", "video", "a film", MediaKind.Role.VIDEO),
    INTRO_IMAGE("intro_image", "image", "a picture", MediaKind.Role.IMAGE),
    AUDIO("audio", "audio", "an audio file or a pack of them", MediaKind.Role.AUDIO, MediaKind.Role.PACK),
    PLAYER("player", "game_bundle", "a ZIP", MediaKind.Role.PACK);

    private final String role;
    private final String assetType;
    private final String expected;
    private final Set<MediaKind.Role> kinds;

    CampaignPart(String role, String assetType, String expected, MediaKind.Role... kinds) {
        this.role = role;
        this.assetType = assetType;
        this.expected = expected;
        this.kinds = Set.of(kinds);
    }

    String role() {
        return role;
    }

    /** The word reviews use for files like this. */
    String assetType() {
        return assetType;
    }

    String expected() {
        return expected;
    }

    /** Where the page shows it. */
    Optional<String> slot() {
        return switch (this) {
            case INTRO_VIDEO -> Optional.of("intro_video");
            case OUTCOME_VIDEO_WIN -> Optional.of("win_video");
            case OUTCOME_VIDEO_LOSE -> Optional.of("lose_video");
            case GAME_BUNDLE, INTRO_IMAGE, AUDIO, PLAYER -> Optional.empty();
        };
    }

    boolean accepts(MediaKind kind) {
        return kinds.contains(kind.role());
    }
}
