package dev.runengine.campaign.effects;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Blur;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A small picture drawn once and then placed many times. Its centre is the origin; unless it says otherwise its radius is
 * 1, so that a pose's scale is its radius in pixels.
 */
public final class Sprite {
    private final BufferedImage image;
    private final double unit;

    private Sprite(BufferedImage image, double unit) {
        this.image = image;
        this.unit = unit;
    }

    /**
     * @param radius in pixels of the largest size it will be seen at
     * @param drawing of a picture whose origin is the centre
     */
    public static Sprite drawn(double radius, Consumer<Canvas> drawing) {
        return new Sprite(picture(radius, radius, drawing), radius);
    }

    /** One that is drawn in the pixels it will be seen at: a pose's scale of 1 shows it as it is. */
    public static Sprite actualSize(double halfWidth, double halfHeight, Consumer<Canvas> drawing) {
        return new Sprite(picture(halfWidth, halfHeight, drawing), 1);
    }

    /** A shape within the unit circle, in one colour. */
    public static Sprite flat(Shape unitShape, double radius, Rgb colour) {
        return drawn(radius, canvas -> canvas.fill(new Pose(0, 0, radius, 0).place(unitShape), colour));
    }

    /** A disc of light that fades to its rim. */
    public static Sprite glow(double radius, Rgb colour) {
        return drawn(
                radius,
                canvas -> canvas.fill(disc(radius), Ramp.fade(colour, 1, 0).radial(0, 0, radius)));
    }

    /** A disc with a soft edge, like a light out of focus. */
    public static Sprite bokeh(double radius, Rgb colour) {
        return drawn(radius, canvas -> {
            canvas.fill(disc(radius * 0.86), Canvas.ink(colour, 0.75));
            Blur.apply(canvas.image(), (int) Math.max(1, radius * 0.06));
        });
    }

    /** A star of four points in its own glow. */
    public static Sprite sparkle(double radius, Rgb colour) {
        return drawn(radius, canvas -> {
            canvas.fill(disc(radius * 0.6), Ramp.fade(colour, 0.7, 0).radial(0, 0, radius * 0.6));
            canvas.fill(Motif.SPARK.shape(radius), Rgb.WHITE, 0.95);
        });
    }

    /** Places it on a picture. */
    public void draw(Graphics2D graphics, Pose pose, double opacity) {
        draw(graphics, pose.transform(), opacity);
    }

    /** For poses that also stretch or squeeze: the transform is from the unit circle to pixels. */
    public void draw(Graphics2D graphics, AffineTransform unitToPixels, double opacity) {
        if (opacity <= 0.004) {
            return;
        }
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) Math.min(1, opacity)));
        var placed = new AffineTransform(unitToPixels);
        placed.scale(1 / unit, 1 / unit);
        placed.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        graphics.drawImage(image, placed, null);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private static BufferedImage picture(double halfWidth, double halfHeight, Consumer<Canvas> drawing) {
        // A clear pixel all round, or the edges would be jagged when it is turned.
        int x = (int) Math.ceil(halfWidth + 1);
        int y = (int) Math.ceil(halfHeight + 1);
        try (var canvas = Canvas.transparent(2 * x, 2 * y)) {
            canvas.graphics().translate(x, y);
            drawing.accept(canvas);
            return canvas.image();
        }
    }

    private static Shape disc(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }
}
