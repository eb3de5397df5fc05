package dev.runengine.campaign.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 200;

    @Test
    void aPlainViewIsThePictureItself() {
        var card = dotAt(30, 50);
        var view = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        new Camera(1, 0, 0, 0, 0).shoot(card, view);
        assertThat(PixelDifference.largest(Raster.pixels(view), Raster.pixels(card)))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aPlaceOnTheCardIsSeenWhereTheCameraSaysItIs() {
        var camera = new Camera(1.2, 0.06, -0.05, 0.04, -0.03);
        var view = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        camera.shoot(dotAt(30, 50), view);
        var seen = camera.seen(30, 50, WIDTH, HEIGHT);
        var centre = centreOfLight(view);
        assertThat(seen.getX()).isCloseTo(centre[0], within(0.4));
        assertThat(seen.getY()).isCloseTo(centre[1], within(0.4));
    }

    @Test
    void closeEnoughNothingBeyondTheEdgesComesIntoView() {
        double turn = 0.05;
        double shift = 0.04;
        double zoom = Camera.closeEnough(turn, turn, shift);
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 * 2 - 1;
            int y = corner / 2 * 2 - 1;
            var camera = new Camera(zoom, turn * x, turn * y, shift * x, shift * y);
            for (int side = 0; side < 4; side++) {
                var edge = camera.seen(side % 2 * WIDTH, side / 2 * HEIGHT, WIDTH, HEIGHT);
                assertThat(Math.abs(edge.getX() - WIDTH / 2.0)).isGreaterThanOrEqualTo(WIDTH / 2.0 - 1e-9);
                assertThat(Math.abs(edge.getY() - HEIGHT / 2.0)).isGreaterThanOrEqualTo(HEIGHT / 2.0 - 1e-9);
            }
        }
    }

    private static BufferedImage dotAt(double x, double y) {
        try (var canvas = Canvas.opaque(WIDTH, HEIGHT)) {
            canvas.fill(new Rectangle2D.Double(x - 2, y - 2, 4, 4), Rgb.WHITE);
            return canvas.image();
        }
    }

    private static double[] centreOfLight(BufferedImage view) {
        double sumX = 0;
        double sumY = 0;
        double sum = 0;
        var pixels = Raster.pixels(view);
        for (int i = 0; i < pixels.length; i++) {
            int light = pixels[i] & 255;
            sumX += light * (i % WIDTH + 0.5);
            sumY += light * (i / WIDTH + 0.5);
            sum += light;
        }
        return new double[] {sumX / sum, sumY / sum};
    }
}
