package dev.runengine.campaign.picture;

import java.awt.geom.Rectangle2D;

/**
 * Where things stand on a canvas: one above the other on tall ones, text beside the hero on wide ones.
 *
 * @param unit the width of the phone the sizes are shares of, in pixels
 */
record Layout(
        double unit,
        Rectangle2D title,
        double heroX,
        double heroY,
        double heroRadius,
        Rectangle2D subtext,
        Rectangle2D button) {
    private static final double TALL = 1.25;
    private static final double PHONE = 9.0 / 16;

    static Layout of(int width, int height) {
        return height >= width * TALL ? tall(width, height) : wide(width, height);
    }

    private static Layout tall(double width, double height) {
        double unit = Math.min(width, height * PHONE * 1.15);
        return new Layout(
                unit,
                around(width * 0.5, height * 0.148, Math.min(width * 0.88, unit * 1.1), height * 0.185),
                width * 0.5,
                height * 0.508,
                Math.min(width * 0.44, height * 0.245),
                around(width * 0.5, height * 0.792, Math.min(width * 0.84, unit), height * 0.05),
                around(width * 0.5, height * 0.885, unit * 0.62, Math.min(unit * 0.165, height * 0.1)));
    }

    private static Layout wide(double width, double height) {
        double unit = Math.min(height * PHONE * 1.25, width * 0.56);
        double textX = width * 0.28;
        return new Layout(
                unit,
                around(textX, height * 0.31, width * 0.46, height * 0.36),
                width * 0.745,
                height * 0.5,
                Math.min(width * 0.235, height * 0.44),
                around(textX, height * 0.6, width * 0.44, height * 0.09),
                around(textX, height * 0.79, Math.min(unit * 0.62, width * 0.4), unit * 0.165));
    }

    private static Rectangle2D around(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }
}
