package dev.runengine.campaign.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.runengine.campaign.game.MediaKind;
import dev.runengine.campaign.game.MediaKind.Role;
import java.util.Optional;
import java.util.Set;

/** What an artifact is said to be. */
enum ArtifactType {
    @JsonProperty("image")
    IMAGE(Role.IMAGE),
    @JsonProperty("video")
    VIDEO(Role.VIDEO),
    @JsonProperty("audio")
    AUDIO(Role.AUDIO, Role.PACK),
    @JsonProperty("model_3d")
    MODEL_3D(Role.MODEL),
    @JsonProperty("game_bundle")
    GAME_BUNDLE(Role.PACK),
    @JsonProperty("manifest")
    MANIFEST,
    @JsonProperty("other")
    OTHER;

    private final Set<Role> roles;

    ArtifactType(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether a file can be of this type, by its first bytes; text and unknown files have no kind. */
    boolean accepts(Optional<MediaKind> kind) {
        // Pictures of kinds that no game uses, such as GIF, are still pictures.
        return roles.isEmpty()
                || this == IMAGE && kind.isEmpty()
                || kind.filter(known -> roles.contains(known.role())).isPresent();
    }
}
