package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * Where a shape drawn round the origin goes: turned (radians, clockwise on screen), then scaled, then moved.
 * {@link AffineTransform}'s own rotations use {@link Math}, whose last bit may differ between processors.
 */
public record Pose(double x, double y, double scale, double angle) {
    public static Pose at(double x, double y) {
        return new Pose(x, y, 1, 0);
    }

    public Pose turned(double by) {
        return new Pose(x, y, scale, angle + by);
    }

    public Pose scaled(double by) {
        return new Pose(x, y, scale * by, angle);
    }

    public AffineTransform transform() {
        double cos = scale * StrictMath.cos(angle);
        double sin = scale * StrictMath.sin(angle);
        return new AffineTransform(cos, sin, -sin, cos, x, y);
    }

    public Shape place(Shape shape) {
        return transform().createTransformedShape(shape);
    }
}
