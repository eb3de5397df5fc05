package dev.runengine.campaign.paint;

import dev.runengine.campaign.color.Rgb;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A picture being drawn, in pixels, antialiased, y downwards. Strokes and shadows are drawn where they fall; nothing
 * depends on a screen, on installed fonts or on time. Not safe for use by several threads.
 */
public final class Canvas implements AutoCloseable {
    private final BufferedImage image;
    private final Graphics2D graphics;

    private Canvas(BufferedImage image) {
        this.image = image;
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    /** A black picture without transparency. */
    public static Canvas opaque(int width, int height) {
        return new Canvas(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** A wholly transparent picture, its colours premultiplied so that blurring it has no dark fringe. */
    public static Canvas transparent(int width, int height) {
        return new Canvas(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE));
    }

    public static Canvas over(BufferedImage image) {
        return new Canvas(image);
    }

    public static Color ink(Rgb colour, double opacity) {
        return new Color(
                colour.red(), colour.green(), colour.blue(), (int) Math.round(Math.clamp(opacity, 0.0, 1.0) * 255));
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    public BufferedImage image() {
        return image;
    }

    /** For what this class has no word for; transformations and clips set on it are the caller's to undo. */
    public Graphics2D graphics() {
        return graphics;
    }

    public void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    public void fill(Shape shape, Rgb colour) {
        fill(shape, ink(colour, 1));
    }

    public void fill(Shape shape, Rgb colour, double opacity) {
        fill(shape, ink(colour, opacity));
    }

    /** Draws along the outline with round ends and corners. */
    public void stroke(Shape shape, double width, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(outlined(shape, width));
    }

    /** The area that a round pen of this width covers along the outline. */
    public static Shape outlined(Shape shape, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape);
    }

    /** A blurred copy of the shape, moved down by {@code drop}; to be drawn before the shape itself. */
    public void shadow(Shape shape, double drop, double blur, Rgb colour, double opacity) {
        SoftShape.draw(
                this,
                AffineTransform.getTranslateInstance(0, drop).createTransformedShape(shape),
                blur,
                ink(colour, opacity));
    }

    /** Light around the shape. */
    public void glow(Shape shape, double blur, Rgb colour, double opacity) {
        SoftShape.draw(this, shape, blur, ink(colour, opacity));
    }

    public void draw(BufferedImage picture, Rectangle2D where) {
        var placed = new AffineTransform(
                where.getWidth() / picture.getWidth(),
                0,
                0,
                where.getHeight() / picture.getHeight(),
                where.getX(),
                where.getY());
        graphics.drawImage(picture, placed, null);
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
