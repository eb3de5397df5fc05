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
import java.util.List;

/** A hall with a sunburst wall, bunting, confetti and a round stage. */
final class Party {
    private Party() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.day();
        sky.halo(Palette.lighter(palette.accent(), 0.35), 1.0, 0.6);
        sky.sunburst(Palette.lighter(palette.accent(), 0.45), 0.5, 20);
        sky.bokeh(26, palette.accent(), Rgb.WHITE, palette.secondary());
        floor(stage);
        confetti(stage);
        bunting(stage);
    }

    private static void floor(Stage stage) {
        double unit = stage.unit();
        double centre = stage.width() / 2;
        var colour = stage.palette().primary();
        for (int step = 0; step < 3; step++) {
            double y = stage.height() * (0.745 + step * 0.075);
            double half = stage.width() * 0.62 + unit * 0.08 * step;
            var tread = new Path2D.Double();
            tread.moveTo(centre - half, stage.height() * 1.02);
            tread.lineTo(centre - half, y + unit * 0.12);
            tread.quadTo(centre, y - unit * 0.08, centre + half, y + unit * 0.12);
            tread.lineTo(centre + half, stage.height() * 1.02);
            tread.closePath();
            var tone = Palette.lightness(colour, 0.52 - step * 0.09);
            stage.canvas()
                    .shadow(tread, -unit * 0.012, unit * 0.025, stage.palette().deep(), 0.35);
            stage.canvas()
                    .fill(tread, Ramp.of(Palette.lighter(tone, 0.25), tone).vertical(y, y + unit * 0.3));
            var edge = new QuadCurve2D.Double(
                    centre - half, y + unit * 0.12, centre, y - unit * 0.08, centre + half, y + unit * 0.12);
            stage.canvas()
                    .stroke(
                            edge,
                            unit * 0.008,
                            Canvas.ink(Palette.lighter(stage.palette().accent(), 0.3), 0.9));
        }
    }

    private static void confetti(Stage stage) {
        var random = stage.random("confetti");
        var palette = stage.palette();
        var colours =
                List.of(palette.accent(), palette.secondary(), Rgb.WHITE, Palette.lighter(palette.primary(), 0.35));
        for (int i = 0; i < 110; i++) {
            double size = stage.unit() * random.between(0.006, 0.014);
            var pose = new Pose(
                    random.nextDouble() * stage.width(),
                    stage.height() * random.between(0, 0.97),
                    size,
                    random.between(0, 6.3));
            var slip = pose.place(new Rectangle2D.Double(-1, -0.45, 2, 0.9));
            stage.canvas().fill(slip, random.pick(colours), random.between(0.65, 1));
        }
    }

    private static void bunting(Stage stage) {
        double unit = stage.unit();
        double sag = unit * 0.05;
        var rope = new QuadCurve2D.Double(
                -unit * 0.05, unit * 0.01, stage.width() / 2, sag * 2, stage.width() + unit * 0.05, unit * 0.01);
        stage.canvas().stroke(rope, unit * 0.005, Canvas.ink(stage.palette().deep(), 0.9));
        var palette = stage.palette();
        var colours =
                List.of(palette.accent(), palette.secondary(), Palette.lighter(palette.primary(), 0.4), Rgb.WHITE);
        int flags = (int) Math.round(stage.width() / unit * 11);
        for (int i = 0; i < flags; i++) {
            double t = (i + 0.5) / flags;
            double x = t * stage.width();
            double y = unit * 0.01 * (1 - 2 * t * (1 - t)) + sag * 4 * t * (1 - t);
            var flag = new Path2D.Double();
            flag.moveTo(x - unit * 0.032, y);
            flag.lineTo(x + unit * 0.032, y);
            flag.lineTo(x, y + unit * 0.072);
            flag.closePath();
            stage.canvas().shadow(flag, unit * 0.006, unit * 0.006, Rgb.BLACK, 0.35);
            stage.canvas().fill(flag, colours.get(i % colours.size()));
        }
    }
}
