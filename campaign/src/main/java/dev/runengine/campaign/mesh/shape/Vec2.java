package dev.runengine.campaign.mesh.shape;

import java.util.ArrayList;
import java.util.List;

/** A point of a drawing in the plane. */
record Vec2(double x, double y) {
    Vec2 plus(Vec2 other) {
        return new Vec2(x + other.x, y + other.y);
    }

    Vec2 minus(Vec2 other) {
        return new Vec2(x - other.x, y - other.y);
    }

    Vec2 times(double factor) {
        return new Vec2(x * factor, y * factor);
    }

    double length() {
        return Math.sqrt(x * x + y * y);
    }

    double distance(Vec2 other) {
        return minus(other).length();
    }

    static Vec2 polar(double radius, double radians) {
        return new Vec2(radius * StrictMath.cos(radians), radius * StrictMath.sin(radians));
    }

    /** Points at equal distances along a closed line, the first at its start. */
    static List<Vec2> evenly(List<Vec2> closed, int count) {
        double total = 0;
        for (int i = 0; i < closed.size(); i++) {
            total += closed.get(i).distance(closed.get((i + 1) % closed.size()));
        }
        var spread = new ArrayList<Vec2>(count);
        int segment = 0;
        double passed = 0;
        for (int i = 0; i < count; i++) {
            double goal = total * i / count;
            double length = closed.get(segment).distance(closed.get((segment + 1) % closed.size()));
            while (passed + length < goal && segment < closed.size() - 1) {
                passed += length;
                segment++;
                length = closed.get(segment).distance(closed.get((segment + 1) % closed.size()));
            }
            var from = closed.get(segment);
            var to = closed.get((segment + 1) % closed.size());
            spread.add(from.plus(to.minus(from).times(length == 0 ? 0 : Math.min(1, (goal - passed) / length))));
        }
        return spread;
    }
}
