package dev.runengine.campaign.picture.hero;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** A wheel of fortune: prizes in the segments, bulbs round the rim, a pointer on top. */
final class SpinWheel {
    private static final int SEGMENTS = 12;
    private static final int BULBS = 24;

    private SpinWheel() {}

    static void paint(Stage stage, double x, double y, double radius) {
        double rim = radius * 0.93;
        double face = rim * 0.88;
        var canvas = stage.canvas();
        canvas.shadow(circle(x, y, rim), radius * 0.07, radius * 0.1, Rgb.BLACK, 0.55);
        var gold = Palette.lightness(stage.palette().accent(), 0.76);
        canvas.fill(
                circle(x, y, rim),
                Ramp.of(Palette.lighter(gold, 0.5), gold, Palette.darker(gold, 0.35))
                        .vertical(y - rim, y + rim));
        canvas.fill(circle(x, y, face * 1.025), Palette.darker(gold, 0.5));
        segments(stage, x, y, face);
        bulbs(canvas, x, y, rim * 0.945, radius * 0.024);
        canvas.fill(
                circle(x, y, face),
                Ramp.of(Rgb.WHITE, Rgb.WHITE).withOpacity(0.22, 0).vertical(y - face, y));
        hub(stage, x, y, radius * 0.19, gold);
        pointer(stage, x, y - rim, radius * 0.16);
    }

    private static void segments(Stage stage, double x, double y, double face) {
        var palette = stage.palette();
        var colours = List.of(
                palette.primary(), Palette.lighter(palette.accent(), 0.82), palette.secondary(), palette.accent());
        double sweep = 360.0 / SEGMENTS;
        for (int i = 0; i < SEGMENTS; i++) {
            var colour = colours.get(i % colours.size());
            var segment =
                    new Arc2D.Double(x - face, y - face, 2 * face, 2 * face, 90 - sweep * (i + 0.5), sweep, Arc2D.PIE);
            stage.canvas()
                    .fill(
                            segment,
                            Ramp.of(Palette.lighter(colour, 0.3), colour, Palette.darker(colour, 0.1))
                                    .radial(x, y, face));
            stage.canvas().stroke(segment, face * 0.012, Canvas.ink(Rgb.WHITE, 0.7));
            double angle = 2 * StrictMath.PI * i / SEGMENTS;
            var icon = new Pose(
                            x + face * 0.72 * StrictMath.sin(angle),
                            y - face * 0.72 * StrictMath.cos(angle),
                            face * 0.125,
                            angle)
                    .place(stage.motif(i).shape(1));
            stage.canvas().shadow(icon, face * 0.01, face * 0.012, Rgb.BLACK, 0.3);
            stage.canvas().fill(icon, readable(colour));
        }
    }

    private static Rgb readable(Rgb behind) {
        return behind.luminance() < 0.45 ? Rgb.WHITE : Palette.lightness(behind, 0.33);
    }

    private static void bulbs(Canvas canvas, double x, double y, double distance, double size) {
        for (int i = 0; i < BULBS; i++) {
            double angle = 2 * StrictMath.PI * i / BULBS;
            var bulb = circle(x + distance * StrictMath.sin(angle), y - distance * StrictMath.cos(angle), size);
            canvas.glow(bulb, size * 0.8, Rgb.WHITE, i % 2 == 0 ? 0.8 : 0.3);
            canvas.fill(bulb, i % 2 == 0 ? Rgb.WHITE : new Rgb(0xffe9a8));
        }
    }

    private static void hub(Stage stage, double x, double y, double radius, Rgb gold) {
        Relief.paint(stage.canvas(), circle(x, y, radius), gold, radius * 0.2);
        Relief.paint(
                stage.canvas(),
                circle(x, y, radius * 0.78),
                Palette.lightness(stage.palette().primary(), 0.5),
                radius * 0.08);
        stage.canvas().fill(new Pose(x, y, radius * 0.5, 0).place(Motif.STAR.shape(1)), Rgb.WHITE);
    }

    private static void pointer(Stage stage, double x, double top, double size) {
        var pointer = new Path2D.Double();
        pointer.moveTo(x, top + size * 1.25);
        pointer.curveTo(
                x - size * 0.4,
                top + size * 0.4,
                x - size * 0.85,
                top + size * 0.1,
                x - size * 0.62,
                top - size * 0.32);
        pointer.quadTo(x, top - size * 0.62, x + size * 0.62, top - size * 0.32);
        pointer.curveTo(x + size * 0.85, top + size * 0.1, x + size * 0.4, top + size * 0.4, x, top + size * 1.25);
        pointer.closePath();
        stage.canvas().shadow(pointer, size * 0.15, size * 0.15, Rgb.BLACK, 0.55);
        stage.canvas().fill(Canvas.outlined(pointer, size * 0.2), Rgb.WHITE);
        stage.canvas().fill(pointer, Relief.lit(pointer, stage.palette().button(Rgb.WHITE)));
        stage.canvas().fill(circle(x, top + size * 0.12, size * 0.2), Rgb.WHITE, 0.9);
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
