package dev.runengine.campaign.game;

import dev.runengine.skills.typed.SkillException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the start button is drawn in the intro, in pixels of a picture of 1080 by 1920, unless its size is given. Without an
 * area there is none: so says who looked for a button and found nothing.
 */
record StartButton(
        double x,
        double y,
        double width,
        double height,
        @Nullable Integer imageWidth,
        @Nullable Integer imageHeight) {
    private static final int USUAL_WIDTH = 1080;
    private static final int USUAL_HEIGHT = 1920;

    /** In shares of the picture, 0 to 1. */
    record Share(double x, double y, double width, double height) {
        // Rounding to whole pixels may have moved an edge a little over that of the picture.
        private static final double MOST = 1.001;

        boolean insidePicture() {
            return x + width <= MOST && y + height <= MOST;
        }
    }

    /** The button to use, if the given one is there at all. */
    static Optional<Share> share(@Nullable StartButton button, String pointer) throws SkillException {
        if (button == null || button.width() == 0 || button.height() == 0) {
            return Optional.empty();
        }
        var share = button.share();
        if (!share.insidePicture()) {
            throw SkillException.invalidInput(
                    pointer,
                    "lies outside of the picture; state image_width and image_height if it is not 1080 by 1920");
        }
        return Optional.of(share);
    }

    private Share share() {
        double w = Optional.ofNullable(imageWidth).orElse(USUAL_WIDTH);
        double h = Optional.ofNullable(imageHeight).orElse(USUAL_HEIGHT);
        return new Share(x / w, y / h, width / w, height / h);
    }
}
