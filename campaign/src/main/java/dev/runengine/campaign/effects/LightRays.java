package dev.runengine.campaign.effects;

import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;

/**
 * Rays of light from one point, two rings of them turning against each other. Made for one size of picture; drawing is
 * a table look-up per pixel.
 */
public final class LightRays {
    private static final int RAYS = 9;
    private static final int COUNTER_RAYS = 7;
    /** Angles and strengths are kept for blocks of 2 x 2 pixels. */
    private static final int BLOCK = 2;

    private static final int[] PROFILE = profile();

    private final int width;
    private final int height;
    private final int columns;
    /** 65536 to a turn. */
    private final char[] angles;
    /** Of the light, 0 to 255: none at the very centre, most near it, fading outwards. */
    private final byte[] strengths;

    public LightRays(int width, int height, double centreX, double centreY) {
        this.width = width;
        this.height = height;
        this.columns = (width + BLOCK - 1) / BLOCK;
        int rows = (height + BLOCK - 1) / BLOCK;
        this.angles = new char[columns * rows];
        this.strengths = new byte[columns * rows];
        double reach = Math.sqrt((double) width * width + (double) height * height) * 0.6;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                measure(row * columns + column, column * BLOCK + 1 - centreX, row * BLOCK + 1 - centreY, reach);
            }
        }
    }

    /**
     * Adds the light to a picture of this size.
     *
     * @param turn by how many rays the ring has turned; whole numbers look alike
     * @param strength 0 to 1
     */
    public void shine(BufferedImage view, Rgb colour, double turn, double strength) {
        var pixels = Raster.pixels(view);
        int gain = (int) Math.round(strength * 256);
        if (gain == 0) {
            return;
        }
        int shift = (int) Math.round(turn * 256);
        for (int y = 0; y < height; y++) {
            int block = y / BLOCK * columns;
            for (int x = 0, at = y * width; x < width; x++, at++) {
                int here = block + x / BLOCK;
                int light = light(angles[here], shift) * (strengths[here] & 255) * gain >> 16;
                pixels[at] = Raster.screen(pixels[at], colour, light);
            }
        }
    }

    private static int light(int angle, int shift) {
        int ring = PROFILE[(angle * RAYS >> 8) + shift & 255];
        int counterRing = PROFILE[(angle * COUNTER_RAYS >> 8) - shift & 255];
        return ring + counterRing >> 1;
    }

    private void measure(int block, double dx, double dy, double reach) {
        double turns = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI) + 1;
        angles[block] = (char) ((int) (turns * 65536) & 0xffff);
        double distance = Math.sqrt(dx * dx + dy * dy) / reach;
        double near = Curves.smooth(Math.min(1, distance * 8));
        double far = Math.max(0, 1 - distance);
        strengths[block] = (byte) Math.round(255 * near * far);
    }

    /** One bright ray and its dark neighbour. */
    private static int[] profile() {
        var profile = new int[256];
        for (int i = 0; i < 256; i++) {
            double swell = Curves.swell(i / 256.0);
            profile[i] = (int) Math.round(255 * swell * swell);
        }
        return profile;
    }
}
