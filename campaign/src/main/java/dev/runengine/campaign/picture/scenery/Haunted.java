package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import dev.runengine.campaign.random.SplitMix;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A full moon over bare trees, graves and pumpkins, with bats. */
final class Haunted {
    private static final Rgb PUMPKIN = new Rgb(0xf07f13);

    private Haunted() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.night();
        sky.clouds(Palette.lightness(palette.secondary(), 0.45), 0.4, 0.5);
        sky.disc(
                sky.centreX(),
                sky.centreY() - stage.unit() * 0.02,
                stage.unit() * 0.45,
                Palette.lightness(palette.accent(), 0.86));
        sky.stars(60, Rgb.WHITE);
        bats(stage);
        var random = stage.random("land");
        Ground.fill(stage, Ground.ridge(stage, random, 0.73, 0.03), Palette.lightness(palette.primary(), 0.27));
        var branches = stage.random("branches");
        tree(stage, branches, stage.unit() * 0.04, stage.height() * 0.86, -1.45);
        tree(stage, branches, stage.width() - stage.unit() * 0.03, stage.height() * 0.84, -1.7);
        Ground.fill(stage, Ground.ridge(stage, random, 0.83, 0.025), Palette.lightness(palette.primary(), 0.18));
        graves(stage);
        pumpkin(stage, stage.unit() * 0.1, stage.height() * 0.955, stage.unit() * 0.075);
        pumpkin(stage, stage.width() - stage.unit() * 0.12, stage.height() * 0.965, stage.unit() * 0.085);
    }

    private static void bats(Stage stage) {
        var random = stage.random("bats");
        for (int i = 0; i < 9; i++) {
            double side = i % 2 == 0 ? random.between(0.03, 0.2) : random.between(0.8, 0.97);
            var pose = new Pose(
                    stage.width() * side,
                    stage.height() * random.between(0.26, 0.66),
                    stage.unit() * random.between(0.03, 0.075),
                    random.between(-0.4, 0.4));
            stage.canvas().fill(pose.place(Motif.BAT.shape(1)), new Rgb(0x0c0614), 0.92);
        }
    }

    private static void tree(Stage stage, SplitMix random, double x, double y, double angle) {
        branch(stage, random, x, y, angle, stage.unit() * 0.3, stage.unit() * 0.045, 5);
    }

    private static void branch(
            Stage stage,
            SplitMix random,
            double x,
            double y,
            double angle,
            double length,
            double thickness,
            int depth) {
        double endX = x + length * StrictMath.cos(angle);
        double endY = y + length * StrictMath.sin(angle);
        var limb = new Path2D.Double();
        limb.moveTo(x, y);
        limb.quadTo(
                x + length * 0.5 * StrictMath.cos(angle + 0.25),
                y + length * 0.5 * StrictMath.sin(angle + 0.25),
                endX,
                endY);
        stage.canvas().stroke(limb, thickness, Canvas.ink(new Rgb(0x0c0614), 1));
        if (depth > 1) {
            branch(
                    stage,
                    random,
                    endX,
                    endY,
                    angle - random.between(0.25, 0.7),
                    length * 0.66,
                    thickness * 0.62,
                    depth - 1);
            branch(
                    stage,
                    random,
                    endX,
                    endY,
                    angle + random.between(0.25, 0.7),
                    length * 0.62,
                    thickness * 0.58,
                    depth - 1);
        }
    }

    private static void graves(Stage stage) {
        var random = stage.random("graves");
        for (double x : new double[] {0.2, 0.33, 0.7, 0.83}) {
            double height = stage.unit() * random.between(0.09, 0.13);
            double width = height * 0.66;
            double foot = stage.height() * random.between(0.83, 0.845);
            var stone = new RoundRectangle2D.Double(-width / 2, -height, width, height * 1.4, width * 0.9, width * 0.9);
            var placed = new Pose(x * stage.width(), foot, 1, random.between(-0.12, 0.12)).place(stone);
            stage.canvas()
                    .fill(
                            placed,
                            Relief.lit(placed, Palette.lightness(stage.palette().primary(), 0.4)));
        }
    }

    private static void pumpkin(Stage stage, double x, double y, double radius) {
        var canvas = stage.canvas();
        var body = new Ellipse2D.Double(x - radius * 1.15, y - radius * 0.85, radius * 2.3, radius * 1.7);
        canvas.shadow(body, radius * 0.12, radius * 0.2, Rgb.BLACK, 0.6);
        for (double rib : new double[] {-0.62, 0.62, -0.32, 0.32, 0}) {
            var lobe = new Ellipse2D.Double(
                    x + rib * radius - radius * 0.55, y - radius * 0.85, radius * 1.1, radius * 1.7);
            canvas.fill(lobe, Relief.lit(lobe, Palette.darker(PUMPKIN, Math.abs(rib) * 0.25)));
        }
        canvas.fill(
                new RoundRectangle2D.Double(
                        x - radius * 0.12, y - radius * 1.12, radius * 0.24, radius * 0.4, radius * 0.1, radius * 0.1),
                new Rgb(0x4c7a2a));
        var face = new Path2D.Double();
        for (int side : new int[] {-1, 1}) {
            face.moveTo(x + side * radius * 0.2, y - radius * 0.05);
            face.lineTo(x + side * radius * 0.6, y - radius * 0.05);
            face.lineTo(x + side * radius * 0.4, y - radius * 0.4);
            face.closePath();
        }
        face.moveTo(x - radius * 0.65, y + radius * 0.2);
        face.quadTo(x, y + radius * 0.5, x + radius * 0.65, y + radius * 0.2);
        face.quadTo(x, y + radius * 0.95, x - radius * 0.65, y + radius * 0.2);
        face.closePath();
        canvas.glow(face, radius * 0.12, new Rgb(0xffe066), 0.9);
        canvas.fill(face, new Rgb(0xfff1a8));
    }
}
