package dev.runengine.campaign.picture.hero;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A one-armed bandit with three equal pictures on its win line. */
final class SlotMachine {
    private SlotMachine() {}

    static void paint(Stage stage, double x, double y, double radius) {
        var canvas = stage.canvas();
        var palette = stage.palette();
        lever(stage, x + radius * 0.78, y, radius);
        var gold = Palette.lightness(palette.accent(), 0.78);
        Relief.paint(canvas, box(x, y - radius * 0.62, radius * 0.62, radius * 0.3, radius * 0.5), gold, radius * 0.06);
        Relief.paint(
                canvas,
                box(x, y + radius * 0.08, radius * 0.8, radius * 0.78, radius * 0.3),
                palette.primary(),
                radius * 0.08);
        canvas.stroke(
                box(x, y + radius * 0.08, radius * 0.76, radius * 0.74, radius * 0.26),
                radius * 0.02,
                Canvas.ink(gold, 1));
        sign(stage, x, y - radius * 0.66, radius);
        reels(stage, x, y + radius * 0.02, radius, gold);
        tray(stage, x, y + radius * 0.66, radius, gold);
    }

    private static void sign(Stage stage, double x, double y, double radius) {
        var room = new Rectangle2D.Double(x - radius * 0.5, y - radius * 0.14, radius, radius * 0.28);
        var numbers =
                TextBlock.fit("777", Typeface.TITLE, room, radius * 0.36, 1).shape();
        stage.canvas().fill(Canvas.outlined(numbers, radius * 0.05), Rgb.WHITE);
        stage.canvas()
                .fill(
                        numbers,
                        Relief.lit(numbers, Palette.lightness(stage.palette().primary(), 0.45)));
        for (int i = -4; i <= 4; i++) {
            double angle = i * 0.3;
            bulb(
                    stage,
                    x + radius * 0.56 * StrictMath.sin(angle) * 1.05,
                    y - radius * 0.19 * StrictMath.cos(angle) - radius * 0.015,
                    radius * 0.022);
        }
    }

    private static void bulb(Stage stage, double x, double y, double size) {
        var bulb = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        stage.canvas().glow(bulb, size, Rgb.WHITE, 0.7);
        stage.canvas().fill(bulb, new Rgb(0xfffbe6));
    }

    private static void reels(Stage stage, double x, double y, double radius, Rgb gold) {
        var canvas = stage.canvas();
        canvas.fill(box(x, y, radius * 0.7, radius * 0.42, radius * 0.14), Palette.darker(gold, 0.55));
        for (int i = 0; i < 3; i++) {
            double centre = x + (i - 1) * radius * 0.45;
            var reel = box(centre, y, radius * 0.205, radius * 0.37, radius * 0.08);
            canvas.fill(
                    reel,
                    Ramp.of(new Rgb(0x9aa1b0), Rgb.WHITE, Rgb.WHITE, new Rgb(0x9aa1b0))
                            .vertical(y - radius * 0.37, y + radius * 0.37));
            for (int row = -1; row <= 1; row++) {
                var motif = row == 0 ? stage.motif(0) : stage.motif(1 + (i + row + 3) % 3);
                double size = row == 0 ? radius * 0.16 : radius * 0.11;
                var picture = new Area(new Pose(centre, y + row * radius * 0.31, size, 0).place(motif.shape(1)));
                picture.intersect(new Area(reel));
                canvas.fill(
                        picture,
                        Relief.lit(
                                picture,
                                Palette.lightness(
                                        row == 0
                                                ? stage.palette().accent()
                                                : stage.palette().secondary(),
                                        row == 0 ? 0.62 : 0.7)));
            }
        }
        canvas.stroke(
                new Line2D.Double(x - radius * 0.69, y, x - radius * 0.655, y),
                radius * 0.05,
                Canvas.ink(Rgb.WHITE, 1));
        canvas.stroke(
                new Line2D.Double(x + radius * 0.655, y, x + radius * 0.69, y),
                radius * 0.05,
                Canvas.ink(Rgb.WHITE, 1));
    }

    private static void tray(Stage stage, double x, double y, double radius, Rgb gold) {
        var canvas = stage.canvas();
        Relief.paint(
                canvas,
                box(x, y, radius * 0.5, radius * 0.1, radius * 0.12),
                Palette.darker(stage.palette().primary(), 0.55),
                0.5);
        for (int i = 0; i < 7; i++) {
            var coin = new Ellipse2D.Double(
                    x + (i - 3) * radius * 0.12 - radius * 0.08,
                    y - radius * (i % 2 == 0 ? 0.03 : 0.07),
                    radius * 0.16,
                    radius * 0.13);
            Relief.paint(canvas, coin, gold, radius * 0.015);
        }
    }

    private static void lever(Stage stage, double x, double y, double radius) {
        var canvas = stage.canvas();
        canvas.stroke(
                new Line2D.Double(x, y + radius * 0.1, x + radius * 0.13, y - radius * 0.42),
                radius * 0.07,
                Canvas.ink(new Rgb(0xc9ced8), 1));
        var knob = new Ellipse2D.Double(x + radius * 0.02, y - radius * 0.6, radius * 0.2, radius * 0.2);
        Relief.paint(canvas, knob, stage.palette().secondary(), radius * 0.03);
    }

    private static Shape box(double x, double y, double halfWidth, double halfHeight, double corner) {
        return new RoundRectangle2D.Double(
                x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, corner, corner);
    }
}
