package dev.runengine.campaign.game;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input of bundle_game_template. */
record BundleRequest(
        String templateId,
        JsonNode gameConfig,
        @Nullable String audioUri,
        @Nullable StartButton button,
        List<Asset> assets,
        @Nullable Optimization optimization,
        @Nullable Output output) {

    record Asset(
            String uri, @Nullable String type, @Nullable String slot) {}

    record Optimization(
            @Nullable Boolean embedForFileSystem, @Nullable Integer compressionLevel) {}

    record Output(@Nullable String filename) {}

    boolean embeds() {
        return optimization == null || !Boolean.FALSE.equals(optimization.embedForFileSystem());
    }

    int compressionLevel() {
        return Optional.ofNullable(optimization)
                .map(Optimization::compressionLevel)
                .orElse(9);
    }

    String filename() {
        return Optional.ofNullable(output).map(Output::filename).orElse("game.zip");
    }
}
