package dev.runengine.campaign.vision;

import java.util.ArrayList;
import java.util.List;

/** The outline of a rounded box as a polygon, clockwise from the upper left. */
final class RoundedPolygon {
    private static final int POINTS_PER_CORNER = 7;

    private RoundedPolygon() {}

    static List<SegmentStartButton.Point> points(RoundedBox shape) {
        var box = shape.box();
        double radius = shape.radius();
        double left = box.x() + radius;
        double right = box.x() + box.width() - radius;
        double top = box.y() + radius;
        double bottom = box.y() + box.height() - radius;
        var points = new ArrayList<SegmentStartButton.Point>();
        addCorner(points, left, top, radius, 180);
        addCorner(points, right, top, radius, 270);
        addCorner(points, right, bottom, radius, 0);
        addCorner(points, left, bottom, radius, 90);
        return points;
    }

    private static void addCorner(
            List<SegmentStartButton.Point> points, double x, double y, double radius, double fromDegrees) {
        int count = radius < 1 ? 1 : POINTS_PER_CORNER;
        for (int i = 0; i < count; i++) {
            double angle = StrictMath.toRadians(fromDegrees + 90.0 * i / Math.max(1, count - 1));
            points.add(new SegmentStartButton.Point(
                    tenths(x + radius * StrictMath.cos(angle)), tenths(y + radius * StrictMath.sin(angle))));
        }
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
