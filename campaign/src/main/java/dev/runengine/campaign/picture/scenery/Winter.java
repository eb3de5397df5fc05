package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A clear night over snowy hills with fir trees. */
final class Winter {
    private static final Rgb SNOW = new Rgb(0xf3f8ff);
    private static final Rgb FIR = new Rgb(0x1f5a45);

    private Winter() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        var overhead = Palette.lightness(palette.background(), palette.isDark() ? 0.24 : 0.5);
        sky.gradient(overhead, frosty(overhead, 0.5), frosty(overhead, 0.8));
        sky.halo(frosty(overhead, 0.92), 0.9, 0.5);
        sky.sunburst(Rgb.WHITE, 0.16, 18);
        sky.stars(70, Rgb.WHITE);
        double unit = stage.unit();
        sky.disc(unit * 0.13, stage.height() * 0.31, unit * 0.07, new Rgb(0xfff3cf));
        land(stage);
        snowfall(stage);
    }

    /** Lighter, and blue enough to be cold. */
    private static Rgb frosty(Rgb sky, double lightness) {
        var lab = OkLab.of(sky);
        return OkLab.ofLch(lightness, Math.max(lab.chroma(), 0.1), lab.hue()).toRgb();
    }

    private static void land(Stage stage) {
        var random = stage.random("land");
        var tint = SNOW.mix(stage.palette().background(), 0.35);
        Ground.fill(stage, Ground.ridge(stage, random, 0.66, 0.05), tint);
        var firs = stage.random("firs");
        int count = (int) Math.round(stage.width() / stage.unit() * 9);
        for (int i = 0; i < count; i++) {
            double x = stage.width() * (i + firs.between(0.2, 0.8)) / count;
            double edge = Math.abs(x / stage.width() - 0.5) * 2;
            fir(stage, x, stage.height() * firs.between(0.7, 0.73), stage.unit() * (0.1 + 0.16 * edge));
        }
        Ground.fill(stage, Ground.ridge(stage, random, 0.75, 0.035), tint.mix(SNOW, 0.5));
        fir(stage, stage.unit() * 0.07, stage.height() * 0.85, stage.unit() * 0.34);
        fir(stage, stage.width() - stage.unit() * 0.06, stage.height() * 0.84, stage.unit() * 0.38);
        Ground.fill(stage, Ground.ridge(stage, random, 0.845, 0.03), SNOW);
    }

    private static void fir(Stage stage, double x, double foot, double height) {
        for (int tier = 0; tier < 3; tier++) {
            double bottom = foot - height * 0.26 * tier;
            double half = height * (0.34 - 0.08 * tier);
            double top = bottom - height * 0.46;
            var boughs = new Path2D.Double();
            boughs.moveTo(x, top);
            boughs.quadTo(x + half * 0.4, bottom - height * 0.12, x + half, bottom);
            boughs.quadTo(x, bottom + height * 0.06, x - half, bottom);
            boughs.quadTo(x - half * 0.4, bottom - height * 0.12, x, top);
            boughs.closePath();
            var green = FIR.mix(stage.palette().secondary(), 0.3);
            stage.canvas()
                    .fill(
                            boughs,
                            Ramp.of(Palette.lighter(green, 0.25), Palette.darker(green, 0.2))
                                    .vertical(top, bottom));
            var cap = new Path2D.Double();
            cap.moveTo(x, top);
            cap.quadTo(x + half * 0.22, top + height * 0.14, x + half * 0.36, top + height * 0.22);
            cap.quadTo(x + half * 0.1, top + height * 0.17, x, top + height * 0.24);
            cap.quadTo(x - half * 0.12, top + height * 0.16, x - half * 0.34, top + height * 0.2);
            cap.quadTo(x - half * 0.2, top + height * 0.12, x, top);
            cap.closePath();
            stage.canvas().fill(cap, SNOW, 0.95);
        }
    }

    private static void snowfall(Stage stage) {
        var random = stage.random("snowfall");
        for (int i = 0; i < 150; i++) {
            double x = random.nextDouble() * stage.width();
            double y = random.nextDouble() * stage.height();
            double size = stage.unit() * random.between(0.0015, 0.0065);
            stage.canvas()
                    .fill(
                            new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size),
                            Rgb.WHITE,
                            random.between(0.45, 0.95));
            if (i % 13 == 0) {
                var flake = new Pose(x, y, stage.unit() * random.between(0.012, 0.024), random.between(0, 1));
                stage.canvas().fill(flake.place(Motif.SNOW.shape(1)), Rgb.WHITE, 0.75);
            }
        }
    }
}
