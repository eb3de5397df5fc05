package dev.runengine.campaign.picture.hero;

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
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Prizes falling into a woven basket. */
final class CatchGame {
    /** Across, down and size of each falling prize, in shares of the radius. */
    private static final double[][] FALLING = {
        {-0.52, -0.72, 0.2},
        {0.05, -0.86, 0.17},
        {0.56, -0.62, 0.21},
        {-0.22, -0.32, 0.22},
        {0.3, -0.18, 0.19},
        {-0.62, -0.16, 0.15}
    };

    private CatchGame() {}

    static void paint(Stage stage, double x, double y, double radius) {
        trails(stage, x, y, radius);
        var palette = stage.palette();
        var colours = List.of(palette.accent(), palette.secondary(), Palette.lighter(palette.primary(), 0.3));
        for (int i = 0; i < FALLING.length; i++) {
            var spot = FALLING[i];
            var pose = new Pose(x + spot[0] * radius, y + spot[1] * radius, spot[2] * radius, (i % 3 - 1) * 0.3);
            Relief.motif(stage.canvas(), stage.motif(i), pose, colours.get(i % colours.size()));
        }
        basket(stage, x, y + radius * 0.58, radius);
    }

    private static void trails(Stage stage, double x, double y, double radius) {
        for (var spot : FALLING) {
            double cx = x + spot[0] * radius;
            double cy = y + spot[1] * radius;
            for (double side : new double[] {-0.5, 0, 0.5}) {
                double lineX = cx + side * spot[2] * radius;
                double top = cy - radius * (0.42 - Math.abs(side) * 0.2);
                stage.canvas()
                        .stroke(
                                new Line2D.Double(lineX, top, lineX, cy),
                                radius * 0.02,
                                Ramp.fade(Rgb.WHITE, 0, 0.6).vertical(top, cy));
            }
        }
    }

    private static void basket(Stage stage, double x, double y, double radius) {
        var canvas = stage.canvas();
        var straw = new Rgb(0xd9963f).mix(stage.palette().accent(), 0.2);
        var body = new Path2D.Double();
        body.moveTo(x - radius * 0.68, y - radius * 0.26);
        body.lineTo(x + radius * 0.68, y - radius * 0.26);
        body.quadTo(x + radius * 0.6, y + radius * 0.3, x + radius * 0.46, y + radius * 0.38);
        body.lineTo(x - radius * 0.46, y + radius * 0.38);
        body.quadTo(x - radius * 0.6, y + radius * 0.3, x - radius * 0.68, y - radius * 0.26);
        body.closePath();
        var opening = new Ellipse2D.Double(x - radius * 0.7, y - radius * 0.38, radius * 1.4, radius * 0.26);
        canvas.fill(opening, Palette.darker(straw, 0.6));
        for (int i = 0; i < 4; i++) {
            var pose = new Pose(x + (i - 1.5) * radius * 0.3, y - radius * 0.3, radius * 0.17, (i - 1.5) * 0.25);
            Relief.motif(
                    canvas,
                    stage.motif(i + 1),
                    pose,
                    i % 2 == 0 ? stage.palette().accent() : stage.palette().secondary());
        }
        Relief.paint(canvas, body, straw, radius * 0.07);
        weave(canvas, body, straw, x, y, radius);
        Relief.paint(
                canvas,
                new RoundRectangle2D.Double(
                        x - radius * 0.74,
                        y - radius * 0.31,
                        radius * 1.48,
                        radius * 0.13,
                        radius * 0.13,
                        radius * 0.13),
                Palette.lightness(stage.palette().primary(), 0.55),
                radius * 0.03);
    }

    private static void weave(Canvas canvas, Path2D body, Rgb straw, double x, double y, double radius) {
        var strands = new Area();
        for (int row = 0; row < 5; row++) {
            for (int column = -5; column <= 5; column++) {
                double cx = x + (column + (row % 2) * 0.5) * radius * 0.15;
                double cy = y - radius * 0.1 + row * radius * 0.105;
                strands.add(new Area(new RoundRectangle2D.Double(
                        cx - radius * 0.062,
                        cy - radius * 0.036,
                        radius * 0.124,
                        radius * 0.072,
                        radius * 0.06,
                        radius * 0.06)));
            }
        }
        strands.intersect(new Area(body));
        canvas.fill(strands, Palette.lighter(straw, 0.35), 0.8);
    }
}
