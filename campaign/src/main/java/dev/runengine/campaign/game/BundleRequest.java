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
        @Nullable Button button,
        List<Asset> assets,
        @Nullable Optimization optimization,
        @Nullable Output output) {

    /** In pixels of a picture of 1080 by 1920, unless its size is given. */
    record Button(
            double x,
            double y,
            double width,
            double height,
            @Nullable Integer imageWidth,
            @Nullable Integer imageHeight) {
        private static final int USUAL_WIDTH = 1080;
        private static final int USUAL_HEIGHT = 1920;

        /** The same place in shares of the picture, 0 to 1. */
        Fractions fractions() {
            double w = Optional.ofNullable(imageWidth).orElse(USUAL_WIDTH);
            double h = Optional.ofNullable(imageHeight).orElse(USUAL_HEIGHT);
            return new Fractions(x / w, y / h, width / w, height / h);
        }
    }

    record Fractions(double x, double y, double width, double height) {
        boolean insidePicture() {
            return x + width <= 1.001 && y + height <= 1.001;
        }
    }

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
