package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;

/** The campaign's first motif as a large, glossy badge. */
final class Emblem {
    private Emblem() {}

    /** @param radius in pixels */
    static Sprite of(Motif motif, Rgb colour, Rgb rim, double radius) {
        return Sprite.drawn(radius, canvas -> draw(canvas, motif, colour, rim, radius));
    }

    private static void draw(Canvas canvas, Motif motif, Rgb colour, Rgb rim, double radius) {
        double body = radius * 0.74;
        var shape = new Pose(0, -radius * 0.02, 1, 0).place(motif.shape(body));
        var outline = Canvas.outlined(shape, radius * 0.12);
        canvas.shadow(outline, radius * 0.1, radius * 0.06, Rgb.BLACK, 0.5);
        canvas.fill(new Pose(0, radius * 0.05, 1, 0).place(outline), rim.mix(Rgb.BLACK, 0.35));
        canvas.fill(outline, rim);
        canvas.fill(
                shape,
                Ramp.of(colour.mix(Rgb.WHITE, 0.65), colour, colour.mix(Rgb.BLACK, 0.18))
                        .vertical(-body, body));
        var gloss = new Area(shape);
        gloss.intersect(new Area(new Ellipse2D.Double(-body * 1.3, -body * 1.75, body * 2.3, body * 1.75)));
        canvas.fill(gloss, Ramp.fade(Rgb.WHITE, 0.5, 0.05).vertical(-body, 0));
    }
}
