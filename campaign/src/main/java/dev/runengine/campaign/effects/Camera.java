package dev.runengine.campaign.effects;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/**
 * Looks at a picture as at a card in space: nearer or farther, turned a little to the side (yaw) or up and down (pitch).
 * Straight lines stay straight, so lettering on the card does not wobble.
 *
 * @param zoom 1 shows the whole card
 * @param yaw how much nearer the right edge is than the centre, as a share of the distance: 0.01 is a gentle turn
 * @param pitch the same for the lower edge
 * @param shiftX how far the view moves to the right, in half widths of the card
 * @param shiftY downwards, in half heights
 */
public record Camera(double zoom, double yaw, double pitch, double shiftX, double shiftY) {

    /** The same view, near enough that no edge of the card shows within these limits of turning and shifting. */
    public static double closeEnough(double yaw, double pitch, double shift) {
        return (1 + Math.abs(shift)) / (1 - Math.abs(yaw) - Math.abs(pitch));
    }

    /**
     * Draws what the camera sees. Interpolates between the four nearest pixels; beyond an edge its last pixel goes on.
     *
     * @param card TYPE_INT_RGB
     * @param view of the card's size and type, every pixel of which is painted
     */
    public void shoot(BufferedImage card, BufferedImage view) {
        int width = card.getWidth();
        int height = card.getHeight();
        var source = Raster.pixels(card);
        var target = Raster.pixels(view);
        float acrossStep = 2f / width;
        for (int y = 0; y < height; y++) {
            float down = (2 * y + 1) / (float) height - 1;
            float left = 1f / width - 1;
            float depth = (float) (zoom * (1 + pitch * down + yaw * left));
            float depthStep = (float) (zoom * yaw * acrossStep);
            float rowY = down + (float) shiftY;
            for (int x = 0, at = y * width; x < width; x++, at++) {
                float scale = 1 / (depth + depthStep * x);
                float u = (left + acrossStep * x + (float) shiftX) * scale;
                float v = rowY * scale;
                int fx = (int) ((u + 1) * 128 * width + 0.5f) - 128;
                int fy = (int) ((v + 1) * 128 * height + 0.5f) - 128;
                target[at] = sample(source, width, height, fx, fy);
            }
        }
    }

    /** Where on the view a place of the card is seen, in pixels. */
    public Point2D seen(double cardX, double cardY, int width, int height) {
        double u = 2 * cardX / width - 1;
        double v = 2 * cardY / height - 1;
        // Solves the linear equations that shoot() inverts: u = (x + shiftX) / (zoom (1 + yaw x + pitch y)).
        double a = 1 - zoom * yaw * u;
        double b = -zoom * pitch * u;
        double c = -zoom * yaw * v;
        double d = 1 - zoom * pitch * v;
        double p = zoom * u - shiftX;
        double q = zoom * v - shiftY;
        double determinant = a * d - b * c;
        double x = (p * d - b * q) / determinant;
        double y = (a * q - c * p) / determinant;
        return new Point2D.Double((x + 1) * width / 2, (y + 1) * height / 2);
    }

    /** @param fx in 1/256 pixels, as {@code fy} */
    private static int sample(int[] source, int width, int height, int fx, int fy) {
        int x = Math.min(Math.max(fx, 0), (width - 1) * 256 - 1);
        int y = Math.min(Math.max(fy, 0), (height - 1) * 256 - 1);
        int at = (y >> 8) * width + (x >> 8);
        int right = x & 255;
        int below = y & 255;
        int w11 = right * below >> 8;
        int w10 = right - w11;
        int w01 = below - w11;
        int w00 = 256 - right - w01;
        int a = source[at];
        int b = source[at + 1];
        int c = source[at + width];
        int d = source[at + width + 1];
        int redBlue = (a & 0xff00ff) * w00 + (b & 0xff00ff) * w10 + (c & 0xff00ff) * w01 + (d & 0xff00ff) * w11;
        int green = (a & 0xff00) * w00 + (b & 0xff00) * w10 + (c & 0xff00) * w01 + (d & 0xff00) * w11;
        return redBlue >>> 8 & 0xff00ff | green >>> 8 & 0xff00;
    }
}
