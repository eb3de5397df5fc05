package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/** Sun over the sea, palms on the sand. */
final class Beach {
    private static final double HORIZON = 0.6;

    private Beach() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.day();
        sky.halo(Palette.lighter(palette.secondary(), 0.3), 1.0, 0.8);
        sky.sunburst(Rgb.WHITE, 0.34, 18);
        var cloud = palette.background().mix(Rgb.WHITE, 0.6);
        double unit = stage.unit();
        sky.puff(unit * 0.1, stage.height() * 0.32, unit * 0.12, cloud);
        sky.puff(stage.width() - unit * 0.1, stage.height() * 0.045, unit * 0.13, cloud);
        sea(stage);
        sand(stage);
        palm(stage, -unit * 0.02, stage.height() * 0.9, 1);
        palm(stage, stage.width() + unit * 0.03, stage.height() * 0.86, -1);
    }

    private static void sea(Stage stage) {
        double top = stage.height() * HORIZON;
        var water = Palette.lightness(stage.palette().primary(), 0.58);
        var sea = new Rectangle2D.Double(0, top, stage.width(), stage.height() - top);
        stage.canvas()
                .fill(
                        sea,
                        Ramp.of(Palette.lighter(water, 0.35), water, Palette.darker(water, 0.2))
                                .vertical(top, stage.height() * 0.85));
        var random = stage.random("waves");
        for (int i = 0; i < 42; i++) {
            double depth = random.nextDouble();
            double y = top + depth * stage.height() * 0.22;
            double length = stage.unit() * (0.02 + 0.09 * depth) * random.between(0.6, 1.4);
            double x = random.nextDouble() * stage.width();
            var crest = new QuadCurve2D.Double(x - length, y, x, y - length * 0.12, x + length, y);
            stage.canvas()
                    .stroke(crest, stage.unit() * (0.002 + 0.004 * depth), Canvas.ink(Rgb.WHITE, 0.35 + 0.3 * depth));
        }
    }

    private static void sand(Stage stage) {
        var random = stage.random("sand");
        var sand = Palette.lightness(stage.palette().secondary(), 0.87);
        var shore = Ground.ridge(stage, random, 0.79, 0.022);
        stage.canvas().fill(Pose.at(0, -stage.unit() * 0.02).place(shore), Rgb.WHITE, 0.85);
        Ground.fill(stage, shore, sand);
        for (int i = 0; i < 150; i++) {
            double size = stage.unit() * random.between(0.001, 0.003);
            stage.canvas()
                    .fill(
                            new Rectangle2D.Double(
                                    random.nextDouble() * stage.width(),
                                    stage.height() * random.between(0.84, 1),
                                    size,
                                    size),
                            Palette.darker(sand, 0.25),
                            0.5);
        }
    }

    /** @param lean 1 to lean right, -1 to lean left */
    private static void palm(Stage stage, double x, double y, int lean) {
        double unit = stage.unit();
        double topX = x + lean * unit * 0.12;
        double topY = y - unit * 0.78;
        var trunk = new Path2D.Double();
        trunk.moveTo(x - unit * 0.035, y);
        trunk.quadTo(x - unit * 0.01, y - unit * 0.45, topX - unit * 0.012, topY);
        trunk.lineTo(topX + unit * 0.012, topY);
        trunk.quadTo(x + unit * 0.04, y - unit * 0.4, x + unit * 0.035, y);
        trunk.closePath();
        var bark = new Rgb(0x8a5a34);
        stage.canvas()
                .fill(
                        trunk,
                        Ramp.of(Palette.lighter(bark, 0.2), Palette.darker(bark, 0.35))
                                .linear(x - unit * 0.04, 0, x + unit * 0.05, 0));
        double[] angles = {-2.75, -2.2, -1.57, -0.95, -0.4, 0.2, 2.95};
        for (int i = 0; i < angles.length; i++) {
            var green = Palette.lightness(new Rgb(0x2f9e44), 0.5 + 0.05 * (i % 3));
            frond(stage, new Pose(topX, topY, unit * 0.27, angles[i]), green);
        }
    }

    /** A leaf along the pose's x axis that hangs down on screen. */
    private static void frond(Stage stage, Pose pose, Rgb green) {
        double tipX = pose.x() + pose.scale() * StrictMath.cos(pose.angle());
        double tipY = pose.y() + pose.scale() * (StrictMath.sin(pose.angle()) * 0.75 + 0.42);
        double midX = pose.x() + pose.scale() * 0.6 * StrictMath.cos(pose.angle());
        double midY = pose.y() + pose.scale() * (0.75 * StrictMath.sin(pose.angle()) - 0.12);
        var frond = new Path2D.Double();
        frond.moveTo(pose.x(), pose.y());
        frond.quadTo(midX, midY - pose.scale() * 0.12, tipX, tipY);
        frond.quadTo(midX, midY + pose.scale() * 0.2, pose.x(), pose.y());
        frond.closePath();
        stage.canvas().shadow(frond, pose.scale() * 0.03, pose.scale() * 0.03, Rgb.BLACK, 0.25);
        stage.canvas().fill(frond, Ramp.of(Palette.lighter(green, 0.2), green).linear(pose.x(), pose.y(), tipX, tipY));
    }
}
