package dev.runengine.campaign.picture.hero;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A speech bubble with a question mark, and four lettered answers to choose from. */
final class QuizCard {
    private QuizCard() {}

    static void paint(Stage stage, double x, double y, double radius) {
        bubble(stage, x, y - radius * 0.36, radius);
        for (int i = 0; i < 4; i++) {
            double cx = x + (i % 2 == 0 ? -0.49 : 0.49) * radius;
            double cy = y + radius * (i < 2 ? 0.5 : 0.84);
            answer(stage, cx, cy, radius * 0.17, i);
        }
    }

    private static void bubble(Stage stage, double x, double y, double radius) {
        var bubble = new Area(new Ellipse2D.Double(x - radius * 0.72, y - radius * 0.56, radius * 1.44, radius * 1.12));
        var tail = new Path2D.Double();
        tail.moveTo(x + radius * 0.16, y + radius * 0.42);
        tail.quadTo(x + radius * 0.4, y + radius * 0.62, x + radius * 0.52, y + radius * 0.66);
        tail.quadTo(x + radius * 0.46, y + radius * 0.5, x + radius * 0.46, y + radius * 0.3);
        tail.closePath();
        bubble.add(new Area(tail));
        var canvas = stage.canvas();
        canvas.shadow(bubble, radius * 0.07, radius * 0.08, Rgb.BLACK, 0.5);
        canvas.fill(
                Canvas.outlined(bubble, radius * 0.07),
                Palette.lightness(stage.palette().primary(), 0.42));
        canvas.fill(bubble, Relief.lit(bubble, new Rgb(0xfdfaf4)));
        var mark = TextBlock.fit(
                        "?",
                        Typeface.TITLE,
                        new Rectangle2D.Double(x - radius * 0.4, y - radius * 0.42, radius * 0.8, radius * 0.84),
                        radius * 1.3,
                        1)
                .shape();
        canvas.shadow(mark, radius * 0.03, radius * 0.03, Rgb.BLACK, 0.35);
        canvas.fill(mark, Relief.lit(mark, Palette.lightness(stage.palette().accent(), 0.65)));
        for (int side : new int[] {-1, 1}) {
            Relief.motif(
                    canvas,
                    stage.motif(side + 1),
                    new Pose(x + side * radius * 0.82, y - radius * 0.3, radius * 0.17, side * 0.25),
                    stage.palette().accent());
        }
    }

    private static void answer(Stage stage, double x, double y, double half, int index) {
        var palette = stage.palette();
        var colour = index % 3 == 0 ? palette.primary() : palette.secondary();
        var box = new RoundRectangle2D.Double(x - half * 2.6, y - half * 0.82, half * 5.2, half * 1.64, half, half);
        var canvas = stage.canvas();
        Relief.paint(canvas, box, colour, half * 0.15);
        canvas.stroke(box, half * 0.07, Canvas.ink(Palette.lighter(colour, 0.6), 0.9));
        Shape badge = new Ellipse2D.Double(x - half * 2.3, y - half * 0.58, half * 1.16, half * 1.16);
        canvas.fill(badge, Rgb.WHITE);
        var letter = TextBlock.fit(
                Character.toString('A' + index),
                Typeface.TITLE,
                new Rectangle2D.Double(x - half * 2.0, y - half * 0.36, half * 0.56, half * 0.72),
                half,
                1);
        canvas.fill(letter.shape(), Palette.lightness(colour, 0.4));
        canvas.fill(
                new Pose(x + half * 0.7, y, half * 0.55, 0)
                        .place(stage.motif(index).shape(1)),
                Palette.lighter(colour, 0.7));
    }
}
