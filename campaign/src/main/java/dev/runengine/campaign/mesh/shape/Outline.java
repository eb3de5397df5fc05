package dev.runengine.campaign.mesh.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed line that every ray from the origin crosses once.
 *
 * @param multiple the number of points is a multiple of it, so that equal parts of the line get equal points
 */
record Outline(Sampler sampler, int multiple) {
    private static final int CORNER_STEPS = 12;
    private static final int HEART_POINTS = 720;

    /** @param wanted about how many points */
    List<Vec2> points(int wanted) {
        int multiples = Math.max(1, Math.round(wanted / (float) multiple));
        return sampler.points(multiples * multiple);
    }

    static Outline circle() {
        return new Outline(count -> curve(count, turn -> Vec2.polar(1, 2 * Math.PI * turn)), 4);
    }

    /** A circle with waves: a reeded coin, a pumpkin. */
    static Outline waves(int number, double depth) {
        Curve curve = turn -> {
            double wave = StrictMath.cos(2 * Math.PI * turn * number);
            return Vec2.polar(1 - depth / 2 + depth / 2 * wave, 2 * Math.PI * turn);
        };
        return new Outline(count -> curve(count, curve), 4 * number);
    }

    /** Points upwards, tips at distance 1 before they are rounded. */
    static Outline star(int tips, double innerRadius, double rounding) {
        var corners = new Corners();
        for (int i = 0; i < 2 * tips; i++) {
            var p = Vec2.polar(i % 2 == 0 ? 1 : innerRadius, Math.PI / 2 + Math.PI * i / tips);
            corners.at(p.x(), p.y(), rounding);
        }
        return new Outline(count -> Vec2.evenly(corners.closed(CORNER_STEPS), count), 2 * tips);
    }

    static Outline rectangle(double halfWidth, double halfHeight, double rounding) {
        var corners = new Corners()
                .at(-halfWidth, -halfHeight, rounding)
                .at(halfWidth, -halfHeight, rounding)
                .at(halfWidth, halfHeight, rounding)
                .at(-halfWidth, halfHeight, rounding);
        return new Outline(count -> Vec2.evenly(corners.closed(CORNER_STEPS), count), 4);
    }

    /** Upright, about 2 wide; the origin lies between the lobes and the tip. */
    static Outline heart() {
        Curve heart = turn -> {
            double t = 2 * Math.PI * turn;
            double sine = StrictMath.sin(t);
            double y = 13 * StrictMath.cos(t)
                    - 5 * StrictMath.cos(2 * t)
                    - 2 * StrictMath.cos(3 * t)
                    - StrictMath.cos(4 * t);
            return new Vec2(sine * sine * sine, (y + 3) / 16);
        };
        return new Outline(count -> Vec2.evenly(curve(HEART_POINTS, heart), count), 2);
    }

    private static List<Vec2> curve(int count, Curve curve) {
        var points = new ArrayList<Vec2>(count);
        for (int i = 0; i < count; i++) {
            points.add(curve.at(i / (double) count));
        }
        return points;
    }

    @FunctionalInterface
    interface Sampler {
        List<Vec2> points(int count);
    }

    /** By the share of the way round, 0 to 1. */
    @FunctionalInterface
    private interface Curve {
        Vec2 at(double turn);
    }
}
