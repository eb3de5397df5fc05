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
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Set;

/** Six cards, a pair of them face up. */
final class MemoryCards {
    private static final Set<Integer> FACE_UP = Set.of(1, 3);
    private static final double[] TILTS = {-0.07, 0.05, 0.09, 0.06, -0.05, -0.08};

    private MemoryCards() {}

    static void paint(Stage stage, double x, double y, double radius) {
        for (int i = 0; i < TILTS.length; i++) {
            var pose = new Pose(
                    x + (i % 3 - 1) * radius * 0.63, y + (i / 3 - 0.5) * radius * 0.88, radius * 0.28, TILTS[i]);
            if (FACE_UP.contains(i)) {
                faceUp(stage, pose);
            } else {
                faceDown(stage, pose);
            }
        }
    }

    private static void faceUp(Stage stage, Pose pose) {
        var canvas = stage.canvas();
        canvas.glow(
                pose.place(card(1, 0.3)),
                pose.scale() * 0.35,
                Palette.lighter(stage.palette().accent(), 0.4),
                0.9);
        Relief.paint(canvas, pose.place(card(1, 0.3)), new Rgb(0xfdfaf4), pose.scale() * 0.12);
        canvas.stroke(
                pose.place(card(0.87, 0.22)),
                pose.scale() * 0.05,
                Canvas.ink(stage.palette().accent(), 1));
        Relief.motif(canvas, stage.motif(0), pose.scaled(0.6), stage.palette().accent());
    }

    private static void faceDown(Stage stage, Pose pose) {
        var canvas = stage.canvas();
        var colour = stage.palette().primary();
        Relief.paint(canvas, pose.place(card(1, 0.3)), colour, pose.scale() * 0.12);
        canvas.stroke(
                pose.place(card(0.87, 0.22)), pose.scale() * 0.045, Canvas.ink(Palette.lighter(colour, 0.6), 0.9));
        for (int corner = 0; corner < 4; corner++) {
            double side = corner % 2 == 0 ? -1 : 1;
            double end = corner < 2 ? -1 : 1;
            var spot = new Pose(0, 0, 1, 0).place(stage.motif(1).shape(0.15));
            canvas.fill(
                    pose.place(new Pose(side * 0.62, end * 1.0, 1, 0).place(spot)), Palette.lighter(colour, 0.55), 0.9);
        }
        var mark = TextBlock.fit("?", Typeface.TITLE, new Rectangle2D.Double(-0.6, -0.62, 1.2, 1.24), 2, 1)
                .shape();
        canvas.fill(pose.place(mark), Palette.lighter(colour, 0.82));
    }

    private static Shape card(double share, double corner) {
        return new RoundRectangle2D.Double(-share, -(share + 0.38), 2 * share, 2 * (share + 0.38), corner, corner);
    }
}
