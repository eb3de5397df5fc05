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
    private static final int SPAN = 30;

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
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += SPAN) {
                int end = Math.min(x + SPAN, width);
                span(source, target, width, height, x, end, y);
            }
        }
    }

    /** Exact at both ends, straight between them: over so few pixels perspective bends nothing that shows. */
    private void span(int[] source, int[] target, int width, int height, int from, int to, int y) {
        int fx = column(from, y, width, height);
        int fy = row(from, y, width, height);
        int stepX = (column(to, y, width, height) - fx) / (to - from);
        int stepY = (row(to, y, width, height) - fy) / (to - from);
        for (int at = y * width + from; at < y * width + to; at++, fx += stepX, fy += stepY) {
            target[at] = sample(source, width, height, fx >> 8, fy >> 8);
        }
    }

    /** Of the card seen at this pixel, in 1/65536 pixels. */
    private int column(int x, int y, int width, int height) {
        double across = (2 * x + 1.0) / width - 1;
        double u = (across + shiftX) / depth(across, (2 * y + 1.0) / height - 1);
        return (int) Math.round((u + 1) * 32768 * width) - 32768;
    }

    private int row(int x, int y, int width, int height) {
        double down = (2 * y + 1.0) / height - 1;
        double v = (down + shiftY) / depth((2 * x + 1.0) / width - 1, down);
        return (int) Math.round((v + 1) * 32768 * height) - 32768;
    }

    private double depth(double across, double down) {
        return zoom * (1 + yaw * across + pitch * down);
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
