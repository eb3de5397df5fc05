package dev.runengine.campaign.effects;

import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The pixels of a picture of an int type as an array, and sums on single pixels. */
public final class Raster {
    private Raster() {}

    /** The very pixels, not a copy: 0xRRGGBB row by row, the highest byte undefined. */
    public static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Adds light so that it never clips: white stays white ("screen" blending). */
    static int screen(int pixel, Rgb light, int amount) {
        int r = pixel >> 16 & 255;
        int g = pixel >> 8 & 255;
        int b = pixel & 255;
        r += (255 - r) * light.red() * amount >> 16;
        g += (255 - g) * light.green() * amount >> 16;
        b += (255 - b) * light.blue() * amount >> 16;
        return r << 16 | g << 8 | b;
    }
}
