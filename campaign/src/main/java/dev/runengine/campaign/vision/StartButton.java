package dev.runengine.campaign.vision;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The start button of a picture, found by its looks.
 *
 * @param x of its left edge, as all of these in pixels of the picture
 * @param confidence 0 to 1
 */
public record StartButton(int x, int y, int width, int height, double confidence) {
    /** The likeliest button; empty if nothing has even the shape of one. */
    public static Optional<StartButton> in(BufferedImage image) {
        return ButtonSearch.search(image).map(finding -> {
            var box = finding.shape().box();
            return new StartButton(box.x(), box.y(), box.width(), box.height(), finding.confidence());
        });
    }
}
