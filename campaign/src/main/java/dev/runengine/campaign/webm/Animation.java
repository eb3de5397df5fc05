package dev.runengine.campaign.webm;

import java.awt.image.BufferedImage;

/** Draws the frames of a video, one after the other, on one thread. */
@FunctionalInterface
public interface Animation {
    /** @param canvas TYPE_INT_RGB, holding an earlier frame: every pixel must be painted */
    void draw(int frame, BufferedImage canvas);
}
