package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A pitch under floodlights, the stands full. */
final class Stadium {
    private static final double STANDS = 0.5;
    private static final double PITCH = 0.69;
    private static final Rgb GRASS = new Rgb(0x2f9e44);

    private Stadium() {}

    static void paint(Stage stage, Sky sky) {
        sky.night();
        sky.halo(Palette.lighter(stage.palette().accent(), 0.4), 1.0, 0.5);
        sky.stars(40, Rgb.WHITE);
        crowd(stage);
        pitch(stage);
        floodlight(stage, stage.unit() * 0.09, stage.height() * 0.33, 1);
        floodlight(stage, stage.width() - stage.unit() * 0.09, stage.height() * 0.33, -1);
    }

    private static void crowd(Stage stage) {
        var palette = stage.palette();
        double top = stage.height() * STANDS;
        double bottom = stage.height() * PITCH + stage.unit() * 0.02;
        var stands = new Path2D.Double();
        stands.moveTo(0, top - stage.unit() * 0.12);
        stands.quadTo(stage.width() / 2, top + stage.unit() * 0.1, stage.width(), top - stage.unit() * 0.12);
        stands.lineTo(stage.width(), bottom);
        stands.lineTo(0, bottom);
        stands.closePath();
        stage.canvas()
                .fill(
                        stands,
                        Ramp.of(
                                        Palette.lightness(palette.secondary(), 0.3),
                                        Palette.lightness(palette.secondary(), 0.2))
                                .vertical(top, bottom));
        var random = stage.random("crowd");
        var shirts = List.of(palette.primary(), palette.secondary(), palette.accent(), Rgb.WHITE);
        for (int i = 0; i < 900; i++) {
            double x = random.nextDouble() * stage.width();
            double y = random.between(top - stage.unit() * 0.1, bottom);
            if (stands.contains(x, y - stage.unit() * 0.02)) {
                double size = stage.unit() * random.between(0.005, 0.009);
                stage.canvas()
                        .fill(
                                new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size),
                                random.pick(shirts),
                                random.between(0.35, 0.85));
            }
        }
    }

    private static void pitch(Stage stage) {
        double top = stage.height() * PITCH;
        double bottom = stage.height();
        var green = GRASS.mix(stage.palette().primary(), 0.25);
        double depth = bottom - top;
        for (int i = 0; i < 8; i++) {
            double from = top + depth * (i / 8.0) * (i / 8.0);
            double to = top + depth * ((i + 1) / 8.0) * ((i + 1) / 8.0);
            stage.canvas()
                    .fill(
                            new Rectangle2D.Double(0, from, stage.width(), to - from + 1),
                            i % 2 == 0 ? green : Palette.lighter(green, 0.14));
        }
        var lines = new Path2D.Double();
        lines.append(new Line2D.Double(0, top + depth * 0.03, stage.width(), top + depth * 0.03), false);
        double halfWidth = stage.unit() * 0.62;
        lines.append(
                new Ellipse2D.Double(stage.width() / 2 - halfWidth, top + depth * 0.22, 2 * halfWidth, depth * 0.9),
                false);
        stage.canvas().stroke(lines, stage.unit() * 0.008, Canvas.ink(Rgb.WHITE, 0.8));
    }

    /** @param side where its beam points: 1 to the right, -1 to the left */
    private static void floodlight(Stage stage, double x, double y, int side) {
        double unit = stage.unit();
        var canvas = stage.canvas();
        var beam = new Path2D.Double();
        beam.moveTo(x - unit * 0.06, y);
        beam.lineTo(x + unit * 0.06, y);
        beam.lineTo(x + side * unit * 0.75 + unit * 0.3, stage.height());
        beam.lineTo(x + side * unit * 0.35 - unit * 0.3, stage.height());
        beam.closePath();
        canvas.fill(beam, Ramp.fade(new Rgb(0xfffbe0), 0.34, 0).radial(x, y, stage.height() * 0.5));
        canvas.stroke(
                new Line2D.Double(x, y, x - side * unit * 0.02, stage.height() * PITCH),
                unit * 0.014,
                Canvas.ink(new Rgb(0x1a2230), 1));
        canvas.fill(
                new Rectangle2D.Double(x - unit * 0.085, y - unit * 0.05, unit * 0.17, unit * 0.1), new Rgb(0x1a2230));
        for (int i = 0; i < 8; i++) {
            double cx = x - unit * 0.06 + (i % 4) * unit * 0.04;
            double cy = y - unit * 0.023 + (i / 4) * unit * 0.046;
            var lamp = new Ellipse2D.Double(cx - unit * 0.016, cy - unit * 0.016, unit * 0.032, unit * 0.032);
            canvas.glow(lamp, unit * 0.02, new Rgb(0xfffbe0), 0.9);
            canvas.fill(lamp, Rgb.WHITE);
        }
    }
}
