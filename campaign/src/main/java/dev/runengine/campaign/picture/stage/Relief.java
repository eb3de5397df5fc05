package dev.runengine.campaign.picture.stage;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import java.awt.Paint;
import java.awt.Shape;

/** Shapes that look raised: a soft shadow below, light from above, a dark or light edge. */
public final class Relief {
    private Relief() {}

    /** @param depth how far its shadow falls, in pixels */
    public static void paint(Canvas canvas, Shape shape, Rgb colour, double depth) {
        canvas.shadow(shape, depth, depth, Rgb.BLACK, 0.45);
        canvas.fill(shape, lit(shape, colour));
    }

    /** The colour lit from above over the height of the shape. */
    public static Paint lit(Shape shape, Rgb colour) {
        var box = shape.getBounds2D();
        return Ramp.of(Palette.lighter(colour, 0.35), colour, Palette.darker(colour, 0.12))
                .vertical(box.getMinY(), box.getMaxY() + 0.01);
    }

    /** A motif like a sticker: a dark base shows through its inner lines, and its edge is light. */
    public static void motif(Canvas canvas, Motif motif, Pose pose, Rgb colour) {
        double radius = pose.scale();
        var shape = pose.place(motif.shape(1));
        var base = Canvas.outlined(shape, radius * 0.16);
        canvas.shadow(base, radius * 0.12, radius * 0.14, Rgb.BLACK, 0.4);
        canvas.fill(base, Palette.lightness(colour, 0.34));
        canvas.fill(shape, lit(shape, colour));
    }
}
