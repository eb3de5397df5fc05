package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/** Warm lamps, a wooden counter and steaming cups. */
final class Cafe {
    private static final double COUNTER = 0.735;

    private Cafe() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.day();
        sky.halo(Palette.lighter(palette.accent(), 0.35), 1.0, 0.65);
        sky.sunburst(Palette.lighter(palette.accent(), 0.4), 0.16, 18);
        sky.bokeh(30, Palette.lighter(palette.accent(), 0.3), palette.secondary(), new Rgb(0xffe9c2));
        double unit = stage.unit();
        lamp(stage, unit * 0.1, unit * 0.62);
        lamp(stage, stage.width() - unit * 0.1, unit * 0.56);
        counter(stage);
        cup(stage, unit * 0.12, stage.height() * COUNTER + unit * 0.045, unit * 0.1);
        cup(stage, stage.width() - unit * 0.12, stage.height() * COUNTER + unit * 0.045, unit * 0.1);
    }

    private static void lamp(Stage stage, double x, double y) {
        double unit = stage.unit();
        var canvas = stage.canvas();
        canvas.stroke(new Line2D.Double(x, 0, x, y - unit * 0.06), unit * 0.006, Canvas.ink(new Rgb(0x1d120c), 1));
        var light = new Ellipse2D.Double(x - unit * 0.26, y - unit * 0.22, unit * 0.52, unit * 0.52);
        canvas.fill(light, Ramp.fade(new Rgb(0xffe3a3), 0.6, 0).radial(x, y + unit * 0.02, unit * 0.26));
        var bulb = new Ellipse2D.Double(x - unit * 0.03, y - unit * 0.02, unit * 0.06, unit * 0.06);
        canvas.fill(bulb, new Rgb(0xfff6d8));
        var shade = new Path2D.Double();
        shade.moveTo(x - unit * 0.025, y - unit * 0.075);
        shade.lineTo(x + unit * 0.025, y - unit * 0.075);
        shade.quadTo(x + unit * 0.085, y - unit * 0.04, x + unit * 0.09, y + unit * 0.015);
        shade.lineTo(x - unit * 0.09, y + unit * 0.015);
        shade.quadTo(x - unit * 0.085, y - unit * 0.04, x - unit * 0.025, y - unit * 0.075);
        shade.closePath();
        canvas.fill(shade, Relief.lit(shade, Palette.lightness(stage.palette().primary(), 0.4)));
    }

    private static void counter(Stage stage) {
        var random = stage.random("counter");
        double top = stage.height() * COUNTER;
        double plank = (stage.height() - top) / 5;
        var wood = new Rgb(0x8a5a35).mix(stage.palette().primary(), 0.35);
        for (int i = 0; i < 5; i++) {
            var board = new Rectangle2D.Double(0, top + i * plank, stage.width(), plank + 1);
            var tone = Palette.darker(wood, 0.08 * i + random.between(0, 0.08));
            stage.canvas()
                    .fill(
                            board,
                            Ramp.of(Palette.lighter(tone, 0.2), tone, Palette.darker(tone, 0.3))
                                    .vertical(board.y, board.y + plank));
            for (int grain = 0; grain < 7; grain++) {
                double y = board.y + plank * random.between(0.15, 0.9);
                double x = random.between(-0.2, 1) * stage.width();
                double length = stage.unit() * random.between(0.2, 0.6);
                var line = new QuadCurve2D.Double(
                        x, y, x + length / 2, y + plank * random.between(-0.1, 0.1), x + length, y);
                stage.canvas().stroke(line, stage.unit() * 0.002, Canvas.ink(Palette.darker(tone, 0.45), 0.45));
            }
        }
    }

    private static void cup(Stage stage, double x, double foot, double size) {
        var canvas = stage.canvas();
        var china = new Rgb(0xfbf4ea);
        var saucer = new Ellipse2D.Double(x - size * 1.15, foot - size * 0.18, size * 2.3, size * 0.44);
        Relief.paint(canvas, saucer, china, size * 0.08);
        var handle = Canvas.outlined(
                new Ellipse2D.Double(x + size * 0.5, foot - size * 0.95, size * 0.62, size * 0.62), size * 0.14);
        canvas.fill(handle, Palette.darker(china, 0.12));
        var body = new Path2D.Double();
        body.moveTo(x - size * 0.8, foot - size * 1.2);
        body.lineTo(x + size * 0.8, foot - size * 1.2);
        body.curveTo(x + size * 0.78, foot - size * 0.3, x + size * 0.45, foot, x, foot);
        body.curveTo(x - size * 0.45, foot, x - size * 0.78, foot - size * 0.3, x - size * 0.8, foot - size * 1.2);
        body.closePath();
        canvas.fill(body, Ramp.of(china, Palette.darker(china, 0.25)).linear(x - size * 0.4, 0, x + size * 0.9, 0));
        var band = new Area(body);
        band.intersect(new Area(new Rectangle2D.Double(x - size, foot - size * 0.85, size * 2, size * 0.28)));
        canvas.fill(band, stage.palette().accent());
        canvas.fill(new Ellipse2D.Double(x - size * 0.8, foot - size * 1.34, size * 1.6, size * 0.3), china);
        canvas.fill(
                new Ellipse2D.Double(x - size * 0.7, foot - size * 1.3, size * 1.4, size * 0.22), new Rgb(0x4a2512));
        for (double dx : new double[] {-0.35, 0.05, 0.42}) {
            var steam = new Path2D.Double();
            steam.moveTo(0, 0);
            steam.curveTo(0.3, -0.35, -0.3, -0.6, 0.05, -1.0);
            var wisp = new Pose(x + dx * size, foot - size * 1.4, size, 0).place(steam);
            canvas.glow(Canvas.outlined(wisp, size * 0.13), size * 0.06, Rgb.WHITE, 0.6);
        }
    }
}
