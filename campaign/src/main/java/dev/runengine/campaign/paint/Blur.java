package dev.runengine.campaign.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Two passes of a box filter each way: close to a Gaussian, at a cost that does not grow with the radius. */
public final class Blur {
    private static final int PASSES = 2;

    private Blur() {}

    /**
     * Blurs in place; what lies outside the picture counts as transparent black.
     *
     * @param picture of a type that keeps one int per pixel, its colours premultiplied or opaque
     * @param radius in pixels, 0 leaves the picture as it is
     */
    public static void apply(BufferedImage picture, int radius) {
        if (radius <= 0) {
            return;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int[] turned = new int[pixels.length];
        for (int pass = 0; pass < PASSES; pass++) {
            alongRows(pixels, turned, width, height, radius);
            alongRows(turned, pixels, height, width, radius);
        }
    }

    /** Filters the rows and writes them as columns, so that the same loop filters the columns next. */
    private static void alongRows(int[] in, int[] out, int width, int height, int radius) {
        int span = 2 * radius + 1;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int x = -radius; x < width; x++) {
                int entering = x + radius;
                if (entering < width) {
                    int p = in[row + entering];
                    a += p >>> 24;
                    r += p >> 16 & 255;
                    g += p >> 8 & 255;
                    b += p & 255;
                }
                int leaving = x - radius - 1;
                if (leaving >= 0) {
                    int p = in[row + leaving];
                    a -= p >>> 24;
                    r -= p >> 16 & 255;
                    g -= p >> 8 & 255;
                    b -= p & 255;
                }
                if (x >= 0) {
                    out[x * height + y] = (a / span) << 24 | (r / span) << 16 | (g / span) << 8 | b / span;
                }
            }
        }
    }
}
