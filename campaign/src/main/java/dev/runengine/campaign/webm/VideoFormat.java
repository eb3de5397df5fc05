package dev.runengine.campaign.webm;

/**
 * What a video measures.
 *
 * @param width in pixels, even: colour is stored at half the resolution
 * @param height in pixels, even
 * @param fps frames per second
 * @param frames how many there are in all
 */
public record VideoFormat(int width, int height, int fps, int frames) {
    public VideoFormat {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("width and height must be positive and even: " + width + "x" + height);
        }
        if (fps <= 0 || frames <= 0) {
            throw new IllegalArgumentException("a video needs frames: " + frames + " at " + fps + " per second");
        }
    }

    public double seconds() {
        return frames / (double) fps;
    }
}
