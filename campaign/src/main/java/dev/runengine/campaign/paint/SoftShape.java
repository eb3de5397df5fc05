package dev.runengine.campaign.paint;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** A shape with blurred edges. Wide blurs are made at a lower resolution, where they cost less and look the same. */
final class SoftShape {
    private static final double BLUR_WORTH_SHRINKING = 6;

    private SoftShape() {}

    static void draw(Canvas canvas, Shape shape, double blur, Color colour) {
        var visible = new Rectangle2D.Double(0, 0, canvas.width(), canvas.height());
        var reach = grown(shape.getBounds2D(), blur * 2 + 2).createIntersection(grown(visible, blur * 2));
        if (reach.isEmpty()) {
            return;
        }
        double scale = Math.min(1, BLUR_WORTH_SHRINKING / Math.max(blur, 1));
        int width = (int) Math.ceil(reach.getWidth() * scale);
        int height = (int) Math.ceil(reach.getHeight() * scale);
        try (var layer = Canvas.transparent(width, height)) {
            layer.graphics().scale(scale, scale);
            layer.graphics().translate(-reach.getX(), -reach.getY());
            layer.fill(shape, colour);
            Blur.apply(layer.image(), (int) Math.round(blur * scale));
            canvas.draw(
                    layer.image(), new Rectangle2D.Double(reach.getX(), reach.getY(), width / scale, height / scale));
        }
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
