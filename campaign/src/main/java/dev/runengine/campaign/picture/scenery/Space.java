package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Stars and nebulae, planets, and the surface of a moon. */
final class Space {
    private Space() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.night();
        sky.clouds(Palette.lightness(palette.secondary(), 0.6), 0.55, 0.56);
        sky.halo(Palette.lightness(palette.accent(), 0.68), 0.85, 0.5);
        sky.sunburst(Palette.lighter(palette.primary(), 0.5), 0.2, 18);
        sky.stars(240, Rgb.WHITE);
        double unit = stage.unit();
        planet(stage, new Pose(unit * 0.11, stage.height() * 0.31, unit * 0.1, -0.35), palette.accent(), true);
        planet(
                stage,
                new Pose(stage.width() - unit * 0.09, stage.height() * 0.055, unit * 0.075, 0.5),
                palette.secondary(),
                false);
        planet(
                stage,
                new Pose(stage.width() - unit * 0.07, stage.height() * 0.68, unit * 0.06, 0.2),
                palette.secondary(),
                true);
        surface(stage);
    }

    private static void planet(Stage stage, Pose pose, Rgb colour, boolean ringed) {
        var canvas = stage.canvas();
        var globe = pose.place(new Ellipse2D.Double(-1, -1, 2, 2));
        canvas.glow(globe, pose.scale() * 0.35, Palette.lighter(colour, 0.3), 0.6);
        canvas.fill(
                globe,
                Ramp.of(Palette.lighter(colour, 0.55), colour, Palette.darker(colour, 0.55))
                        .radial(pose.x() - pose.scale() * 0.4, pose.y() - pose.scale() * 0.4, pose.scale() * 1.6));
        for (double band : new double[] {-0.45, 0.05, 0.5}) {
            var stripe = new Area(globe);
            stripe.intersect(new Area(pose.place(new Rectangle2D.Double(-1, band, 2, 0.16))));
            canvas.fill(stripe, Palette.darker(colour, 0.3), 0.4);
        }
        if (ringed) {
            var ring = new Area(pose.place(Canvas.outlined(new Ellipse2D.Double(-1.7, -0.4, 3.4, 0.8), 0.16)));
            var hidden = new Area(globe);
            hidden.intersect(new Area(pose.place(new Rectangle2D.Double(-3, -3, 6, 3))));
            ring.subtract(hidden);
            canvas.fill(ring, Palette.lighter(colour, 0.6), 0.9);
        }
    }

    private static void surface(Stage stage) {
        var random = stage.random("surface");
        var rock = Palette.lightness(stage.palette().primary(), 0.42);
        Ground.fill(
                stage,
                Ground.ridge(stage, random, 0.77, 0.03),
                Palette.lightness(stage.palette().primary(), 0.33));
        Ground.fill(stage, Ground.ridge(stage, random, 0.84, 0.03), rock);
        for (int i = 0; i < 16; i++) {
            double depth = random.nextDouble();
            double y = stage.height() * (0.88 + 0.1 * depth);
            double x = random.nextDouble() * stage.width();
            double size = stage.unit() * (0.012 + 0.03 * depth);
            var crater = new Ellipse2D.Double(x - size, y - size * 0.35, 2 * size, size * 0.7);
            stage.canvas().fill(new Pose(0, size * 0.09, 1, 0).place(crater), Palette.lighter(rock, 0.35), 0.7);
            stage.canvas()
                    .fill(
                            crater,
                            Ramp.of(Palette.darker(rock, 0.5), Palette.darker(rock, 0.15))
                                    .vertical(y - size * 0.35, y + size * 0.4));
        }
    }
}
