package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Silhouettes within the unit circle: sky, weather, plants and animals. */
final class NatureShapes {
    private NatureShapes() {}

    static Shape star(int points, double innerRadius) {
        var path = new Path2D.Double();
        for (int i = 0; i < points * 2; i++) {
            double angle = StrictMath.PI * i / points - StrictMath.PI / 2;
            double radius = i % 2 == 0 ? 1 : innerRadius;
            double x = radius * StrictMath.cos(angle);
            double y = radius * StrictMath.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    static Shape snowflake() {
        var flake = new Area();
        for (int arm = 0; arm < 6; arm++) {
            double angle = StrictMath.PI * arm / 3;
            flake.add(bar(Pose.at(0, 0).turned(angle), 0.075, 1));
            addTwigs(flake, angle, 0.42, 0.34);
            addTwigs(flake, angle, 0.7, 0.24);
        }
        return flake;
    }

    private static void addTwigs(Area flake, double angle, double distance, double length) {
        double x = distance * StrictMath.sin(angle);
        double y = -distance * StrictMath.cos(angle);
        flake.add(bar(new Pose(x, y, 1, angle + StrictMath.PI / 3.6), 0.06, length));
        flake.add(bar(new Pose(x, y, 1, angle - StrictMath.PI / 3.6), 0.06, length));
    }

    /** Upwards from its pose. */
    private static Area bar(Pose pose, double halfWidth, double length) {
        return new Area(pose.place(
                new RoundRectangle2D.Double(-halfWidth, -length, 2 * halfWidth, length, halfWidth * 2, halfWidth * 2)));
    }

    static Shape sun() {
        var sun = new Area(circle(0, 0, 0.56));
        for (int ray = 0; ray < 10; ray++) {
            var tip = new Path2D.Double();
            tip.moveTo(-0.15, -0.66);
            tip.lineTo(0, -1);
            tip.lineTo(0.15, -0.66);
            tip.closePath();
            sun.add(new Area(Pose.at(0, 0).turned(StrictMath.PI * ray / 5).place(tip)));
        }
        return sun;
    }

    static Shape drop() {
        var drop = new Path2D.Double();
        drop.moveTo(0, -1);
        drop.curveTo(0.3, -0.5, 0.68, -0.05, 0.68, 0.32);
        drop.curveTo(0.68, 0.72, 0.38, 1, 0, 1);
        drop.curveTo(-0.38, 1, -0.68, 0.72, -0.68, 0.32);
        drop.curveTo(-0.68, -0.05, -0.3, -0.5, 0, -1);
        drop.closePath();
        var area = new Area(drop);
        var glint = new Path2D.Double();
        glint.moveTo(-0.4, 0.3);
        glint.quadTo(-0.4, 0.68, -0.06, 0.76);
        area.subtract(new Area(Canvas.outlined(glint, 0.13)));
        return area;
    }

    static Shape leaf() {
        var blade = new Path2D.Double();
        blade.moveTo(0.72, -0.86);
        blade.curveTo(0.95, 0.1, 0.5, 0.72, -0.36, 0.56);
        blade.curveTo(-0.85, -0.1, -0.35, -0.8, 0.72, -0.86);
        blade.closePath();
        var leaf = new Area(blade);
        var veins = new Path2D.Double();
        veins.moveTo(0.5, -0.6);
        veins.quadTo(0, -0.1, -0.36, 0.56);
        veins.moveTo(0.14, -0.2);
        veins.lineTo(-0.22, -0.3);
        veins.moveTo(0.14, -0.2);
        veins.lineTo(0.42, 0.1);
        veins.moveTo(-0.12, 0.1);
        veins.lineTo(-0.44, 0.02);
        veins.moveTo(-0.12, 0.1);
        veins.lineTo(0.12, 0.4);
        leaf.subtract(new Area(Canvas.outlined(veins, 0.08)));
        var stalk = new Path2D.Double();
        stalk.moveTo(-0.36, 0.52);
        stalk.quadTo(-0.5, 0.74, -0.62, 0.84);
        leaf.add(new Area(Canvas.outlined(stalk, 0.15)));
        return leaf;
    }

    static Shape bean() {
        var bean = new Area(new Ellipse2D.Double(-0.66, -1, 1.32, 2));
        var seam = new Path2D.Double();
        seam.moveTo(0.05, -1.1);
        seam.curveTo(0.6, -0.35, -0.6, 0.35, -0.05, 1.1);
        bean.subtract(new Area(Canvas.outlined(seam, 0.17)));
        return Pose.at(0, 0).turned(0.35).place(bean);
    }

    static Shape planet() {
        var tilt = Pose.at(0, 0).turned(-0.38);
        var ring = new Area(new Ellipse2D.Double(-1, -0.3, 2, 0.6));
        ring.subtract(new Area(new Ellipse2D.Double(-0.82, -0.17, 1.64, 0.34)));
        var gap = new Area(new Ellipse2D.Double(-1.08, -0.37, 2.16, 0.74));
        gap.subtract(new Area(new Ellipse2D.Double(-0.74, -0.12, 1.48, 0.24)));
        var behind = new Area(new Ellipse2D.Double(-2, -4, 4, 4));
        gap.subtract(behind);
        var globe = new Area(circle(0, 0, 0.62));
        ring.subtract(intersection(globe, behind));
        globe.subtract(gap);
        globe.add(ring);
        return tilt.place(globe);
    }

    static Shape bat() {
        var bat = new Path2D.Double();
        bat.moveTo(0, -0.16);
        bat.lineTo(0.07, -0.16);
        bat.lineTo(0.15, -0.4);
        bat.lineTo(0.22, -0.02);
        bat.curveTo(0.36, -0.05, 0.42, -0.3, 0.4, -0.5);
        bat.curveTo(0.68, -0.44, 0.92, -0.2, 0.99, 0.16);
        bat.curveTo(0.84, 0.03, 0.68, 0.06, 0.62, 0.26);
        bat.curveTo(0.5, 0.1, 0.34, 0.14, 0.28, 0.36);
        bat.curveTo(0.2, 0.3, 0.1, 0.38, 0, 0.6);
        var whole = new Area(bat);
        whole.add(new Area(new AffineTransform(-1, 0, 0, 1, 0, 0).createTransformedShape(bat)));
        return whole;
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Area intersection(Area one, Area other) {
        var both = new Area(one);
        both.intersect(other);
        return both;
    }
}
