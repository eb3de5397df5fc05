package dev.runengine.campaign.mesh.shape;

import java.util.ArrayList;
import java.util.List;

/** A line of straight pieces whose corners are rounded off: sharp edges catch no light, and lock a simplifier. */
final class Corners {
    private final List<Vec2> points = new ArrayList<>();
    private final List<Double> radii = new ArrayList<>();

    Corners at(double x, double y, double radius) {
        points.add(new Vec2(x, y));
        radii.add(radius);
        return this;
    }

    Corners at(double x, double y) {
        return at(x, y, 0);
    }

    /** @param steps how many pieces a right angle is rounded with */
    List<Vec2> open(int steps) {
        var line = new ArrayList<Vec2>();
        line.add(points.getFirst());
        for (int i = 1; i + 1 < points.size(); i++) {
            round(points.get(i - 1), i, points.get(i + 1), steps, line);
        }
        line.add(points.getLast());
        return line;
    }

    List<Vec2> closed(int steps) {
        var line = new ArrayList<Vec2>();
        int n = points.size();
        for (int i = 0; i < n; i++) {
            round(points.get((i + n - 1) % n), i, points.get((i + 1) % n), steps, line);
        }
        return line;
    }

    /** The circle that touches both pieces, kept short enough to leave room for the neighbouring corners. */
    private void round(Vec2 before, int index, Vec2 after, int steps, List<Vec2> line) {
        var corner = points.get(index);
        var back = before.minus(corner);
        var on = after.minus(corner);
        double cosine = (back.x() * on.x() + back.y() * on.y()) / (back.length() * on.length());
        double half = StrictMath.acos(Math.clamp(cosine, -1.0, 1.0)) / 2;
        double room = 0.49 * Math.min(back.length(), on.length());
        double cut = Math.min(radii.get(index) / StrictMath.tan(half), room);
        double turn = Math.PI - 2 * half;
        if (cut < 1e-6 || turn < 1e-3) {
            line.add(corner);
            return;
        }
        double radius = cut * StrictMath.tan(half);
        var middle = back.times(1 / back.length()).plus(on.times(1 / on.length()));
        var centre = corner.plus(middle.times(radius / StrictMath.sin(half) / middle.length()));
        var from = corner.plus(back.times(cut / back.length())).minus(centre);
        double sense = Math.signum(back.y() * on.x() - back.x() * on.y());
        int pieces = Math.max(1, (int) Math.round(steps * turn / (Math.PI / 2)));
        for (int k = 0; k <= pieces; k++) {
            double angle = sense * turn * k / pieces;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            line.add(centre.plus(new Vec2(c * from.x() - s * from.y(), s * from.x() + c * from.y())));
        }
    }
}
