package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Silhouettes within the unit circle: things people win, wear and play with. */
final class PrizeShapes {
    private PrizeShapes() {}

    static Shape heart() {
        var heart = new Path2D.Double();
        heart.moveTo(0, 0.92);
        heart.curveTo(-0.5, 0.52, -0.98, 0.18, -0.98, -0.32);
        heart.curveTo(-0.98, -0.98, -0.22, -0.98, 0, -0.42);
        heart.curveTo(0.22, -0.98, 0.98, -0.98, 0.98, -0.32);
        heart.curveTo(0.98, 0.18, 0.5, 0.52, 0, 0.92);
        heart.closePath();
        return heart;
    }

    static Shape gift() {
        var gift = new Area(new RoundRectangle2D.Double(-0.72, -0.06, 1.44, 0.98, 0.16, 0.16));
        gift.add(new Area(new RoundRectangle2D.Double(-0.84, -0.42, 1.68, 0.3, 0.12, 0.12)));
        gift.subtract(new Area(new RoundRectangle2D.Double(-0.24, -0.5, 0.07, 1.6, 0, 0)));
        gift.subtract(new Area(new RoundRectangle2D.Double(0.17, -0.5, 0.07, 1.6, 0, 0)));
        gift.add(new Area(Canvas.outlined(loop(-1), 0.14)));
        gift.add(new Area(Canvas.outlined(loop(1), 0.14)));
        return gift;
    }

    private static Shape loop(int side) {
        var loop = new Path2D.Double();
        loop.moveTo(0, -0.46);
        loop.curveTo(side * 0.2, -0.98, side * 0.72, -0.98, side * 0.56, -0.66);
        loop.curveTo(side * 0.46, -0.5, side * 0.2, -0.46, 0, -0.46);
        return loop;
    }

    /** A pentagon in the middle and its seams to five more at the rim: a football. */
    static Shape football() {
        var disc = NatureShapes.circle(0, 0, 0.98);
        var ball = new Area(disc);
        ball.subtract(new Area(pentagon(0, 0, 0.34, 0)));
        var seams = new Path2D.Double();
        for (int i = 0; i < 5; i++) {
            double angle = 2 * StrictMath.PI * i / 5;
            double sin = StrictMath.sin(angle);
            double cos = -StrictMath.cos(angle);
            seams.moveTo(0.3 * sin, 0.3 * cos);
            seams.lineTo(0.72 * sin, 0.72 * cos);
            ball.subtract(new Area(pentagon(0.98 * sin, 0.98 * cos, 0.36, angle + StrictMath.PI)));
        }
        ball.subtract(new Area(Canvas.outlined(seams, 0.07)));
        ball.add(new Area(Canvas.outlined(disc, 0.04)));
        return ball;
    }

    private static Shape pentagon(double x, double y, double radius, double angle) {
        var path = new Path2D.Double();
        for (int i = 0; i < 5; i++) {
            double corner = 2 * StrictMath.PI * i / 5;
            double px = StrictMath.sin(corner);
            double py = -StrictMath.cos(corner);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return new Pose(x, y, radius, angle).place(path);
    }

    static Shape crown() {
        var crown = new Path2D.Double();
        crown.moveTo(-0.74, 0.42);
        crown.lineTo(-0.88, -0.42);
        crown.lineTo(-0.4, -0.02);
        crown.lineTo(0, -0.66);
        crown.lineTo(0.4, -0.02);
        crown.lineTo(0.88, -0.42);
        crown.lineTo(0.74, 0.42);
        crown.closePath();
        var whole = new Area(crown);
        whole.add(new Area(NatureShapes.circle(-0.87, -0.46, 0.12)));
        whole.add(new Area(NatureShapes.circle(0, -0.72, 0.13)));
        whole.add(new Area(NatureShapes.circle(0.87, -0.46, 0.12)));
        whole.add(new Area(new RoundRectangle2D.Double(-0.76, 0.5, 1.52, 0.24, 0.1, 0.1)));
        return whole;
    }

    /** A rim and a star struck into the face. */
    static Shape coin() {
        var coin = new Area(NatureShapes.circle(0, 0, 0.98));
        var groove = new Area(NatureShapes.circle(0, 0, 0.78));
        groove.subtract(new Area(NatureShapes.circle(0, 0, 0.7)));
        coin.subtract(groove);
        coin.subtract(new Area(new Pose(0, 0.02, 0.5, 0).place(NatureShapes.star(5, 0.46))));
        return coin;
    }
}
