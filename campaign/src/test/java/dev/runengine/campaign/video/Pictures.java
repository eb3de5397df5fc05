package dev.runengine.campaign.video;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Pictures as a campaign has them. */
public final class Pictures {
    private Pictures() {}

    /** A gradient, a disc, and a pill that says START. */
    public static BufferedImage withButton(int width, int height, Rectangle2D button) {
        try (var canvas = Canvas.over(withoutButton(width, height))) {
            var pill = new RoundRectangle2D.Double(
                    button.getX(),
                    button.getY(),
                    button.getWidth(),
                    button.getHeight(),
                    button.getHeight(),
                    button.getHeight());
            var orange = new Rgb(0xf08030);
            canvas.shadow(pill, 4, 4, Rgb.BLACK, 0.5);
            canvas.fill(
                    pill, Ramp.of(orange.mix(Rgb.WHITE, 0.25), orange).vertical(button.getMinY(), button.getMaxY()));
            canvas.fill(
                    TextBlock.fit("START", Typeface.TITLE, inner(button), 1000, 1)
                            .shape(),
                    Rgb.BLACK);
            return canvas.image();
        }
    }

    public static BufferedImage withoutButton(int width, int height) {
        try (var canvas = Canvas.opaque(width, height)) {
            var sky = Ramp.of(new Rgb(0x35c8c0), new Rgb(0x14524f));
            canvas.fill(new Rectangle2D.Double(0, 0, width, height), sky.vertical(0, height));
            canvas.fill(new Ellipse2D.Double(width * 0.2, height * 0.25, width * 0.6, width * 0.6), Rgb.WHITE);
            return canvas.image();
        }
    }

    private static Rectangle2D inner(Rectangle2D button) {
        return new Rectangle2D.Double(
                button.getX() + button.getWidth() * 0.25,
                button.getY() + button.getHeight() * 0.25,
                button.getWidth() * 0.5,
                button.getHeight() * 0.5);
    }
}
