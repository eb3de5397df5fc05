package dev.runengine.campaign.picture.hero;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A card whose silver foil is half scratched away over the prize, with the coin that did it. */
final class ScratchCard {
    private ScratchCard() {}

    static void paint(Stage stage, double x, double y, double radius) {
        var pose = new Pose(x, y, radius, -0.09);
        var canvas = stage.canvas();
        var back = pose.turned(0.22).place(card(0.98, 0.7));
        Relief.paint(canvas, back, stage.palette().secondary(), radius * 0.07);
        var front = pose.place(card(1.0, 0.74));
        Relief.paint(canvas, front, stage.palette().primary(), radius * 0.08);
        canvas.stroke(pose.place(card(0.95, 0.69)), radius * 0.014, Canvas.ink(Rgb.WHITE, 0.65));
        foil(stage, pose);
        coin(stage, new Pose(x + radius * 0.68, y + radius * 0.5, radius * 0.24, 0.2));
    }

    private static Shape card(double halfWidth, double halfHeight) {
        return new RoundRectangle2D.Double(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight, 0.24, 0.24);
    }

    private static void foil(Stage stage, Pose pose) {
        var canvas = stage.canvas();
        double radius = pose.scale();
        var window = pose.place(card(0.84, 0.56));
        canvas.fill(
                window,
                Ramp.of(Rgb.WHITE, Palette.lighter(stage.palette().accent(), 0.6))
                        .radial(pose.x(), pose.y(), radius * 0.8));
        for (int i = 0; i < 3; i++) {
            var spot = new Pose(
                    pose.x() + (i - 1) * radius * 0.5,
                    pose.y() - (i - 1) * radius * 0.045,
                    radius * (i == 1 ? 0.3 : 0.2),
                    pose.angle());
            Relief.motif(
                    canvas,
                    stage.motif(0),
                    spot,
                    i == 1 ? stage.palette().accent() : stage.palette().secondary());
        }
        var silver = new Area(window);
        silver.subtract(new Area(pose.place(Canvas.outlined(scratches(), 0.23))));
        canvas.shadow(silver, radius * 0.02, radius * 0.02, Rgb.BLACK, 0.35);
        canvas.fill(
                silver,
                Ramp.of(new Rgb(0xaab0bd), new Rgb(0xeef1f6), new Rgb(0xb9bfcb), new Rgb(0xf6f8fb), new Rgb(0xa7adba))
                        .linear(
                                pose.x() - radius,
                                pose.y() - radius * 0.6,
                                pose.x() + radius,
                                pose.y() + radius * 0.6));
        sparkle(stage, pose);
    }

    /** A hand's zigzag across the middle. */
    private static Shape scratches() {
        var path = new Path2D.Double();
        path.moveTo(-0.5, 0.24);
        double[][] turns = {{-0.3, -0.3}, {-0.2, 0.34}, {0.0, -0.34}, {0.12, 0.34}, {0.3, -0.28}, {0.38, 0.24}};
        for (var turn : turns) {
            path.lineTo(turn[0], turn[1]);
        }
        return path;
    }

    private static void sparkle(Stage stage, Pose pose) {
        var random = stage.random("foil");
        for (int i = 0; i < 40; i++) {
            double angle = random.between(0, 6.3);
            double distance = pose.scale() * random.between(0.25, 0.75);
            double size = pose.scale() * random.between(0.008, 0.022);
            stage.canvas()
                    .fill(
                            new Ellipse2D.Double(
                                    pose.x() + distance * StrictMath.cos(angle),
                                    pose.y() + 0.62 * distance * StrictMath.sin(angle),
                                    size,
                                    size),
                            new Rgb(0x8d94a3),
                            0.7);
        }
    }

    private static void coin(Stage stage, Pose pose) {
        var gold = new Rgb(0xf5b82e);
        var disc = pose.place(new Ellipse2D.Double(-1, -1, 2, 2));
        Relief.paint(stage.canvas(), disc, gold, pose.scale() * 0.2);
        stage.canvas()
                .stroke(
                        pose.place(new Ellipse2D.Double(-0.8, -0.8, 1.6, 1.6)),
                        pose.scale() * 0.07,
                        Canvas.ink(Palette.darker(gold, 0.3), 1));
        stage.canvas().fill(pose.scaled(0.5).place(stage.motif(1).shape(1)), Palette.darker(gold, 0.35));
    }
}
