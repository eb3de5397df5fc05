package dev.runengine.campaign.mesh.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * The tools that make solids, all at one fineness. Prizes are about 2 units tall.
 *
 * @param detail 1 puts vertices about 0.04 units apart; the number of triangles grows with its square
 */
record Workbench(double detail) {
    private static final double SPACING = 0.04;
    private static final int ROUNDING_STEPS = 8;
    private static final int FEWEST_POINTS = 8;
    private static final double COARSE = 0.25;

    /**
     * A surface of revolution about the y axis whose cross-section is the outline.
     *
     * @param profile radius and height, from the axis to the axis
     */
    Solid spin(Corners profile, Outline outline, Paint paint, Finish finish) {
        var line = refined(profile.open(roundingSteps()));
        var section = outline.points(around(widest(line)));
        var rings = new ArrayList<List<Vec3>>();
        for (var p : line.subList(1, line.size() - 1)) {
            rings.add(section.stream()
                    .map(q -> new Vec3(p.x() * q.x(), p.y(), -p.x() * q.y()))
                    .toList());
        }
        return new Loft(rings).capped(onAxis(line.getFirst()), onAxis(line.getLast()), paint, finish);
    }

    Solid spin(Corners profile, Paint paint, Finish finish) {
        return spin(profile, Outline.circle(), paint, finish);
    }

    /** A ball whose radius depends on the direction. */
    Solid globe(Radius radius, Paint paint, Finish finish) {
        int columns = Outline.circle().points(around(1)).size();
        int rows = columns / 2;
        var rings = new ArrayList<List<Vec3>>();
        for (int row = 1; row < rows; row++) {
            double latitude = Math.PI * row / rows - Math.PI / 2;
            double c = StrictMath.cos(latitude);
            double y = StrictMath.sin(latitude);
            var ring = new ArrayList<Vec3>(columns);
            for (int column = 0; column < columns; column++) {
                var p = Vec2.polar(c, 2 * Math.PI * column / columns);
                var direction = new Vec3(p.x(), y, -p.y());
                ring.add(direction.times(radius.in(direction)));
            }
            rings.add(ring);
        }
        var down = new Vec3(0, -1, 0);
        var up = new Vec3(0, 1, 0);
        return new Loft(rings).capped(down.times(radius.in(down)), up.times(radius.in(up)), paint, finish);
    }

    /** As round as its size needs. */
    Solid ball(double radius, Paint paint, Finish finish) {
        return new Workbench(detail * Math.sqrt(radius))
                .globe(_ -> 1, paint, finish)
                .scaled(radius);
    }

    /**
     * A round bar along a line in the x-y plane.
     *
     * @param halfWidth within the plane
     * @param halfDepth across the plane
     */
    Solid bar(Corners line, double halfWidth, double halfDepth, Paint paint, Finish finish) {
        var path = refined(line.open(roundingSteps()));
        var rings = new ArrayList<List<Vec3>>();
        for (int i = 0; i < path.size(); i++) {
            var before = path.get(Math.max(0, i - 1));
            var after = path.get(Math.min(path.size() - 1, i + 1));
            rings.add(section(path.get(i), after.minus(before), halfWidth, halfDepth));
        }
        var first = path.getFirst();
        var last = path.getLast();
        return new Loft(rings).capped(inPlane(first), inPlane(last), paint, finish);
    }

    /** A round bar that closes on itself. */
    Solid hoop(Corners line, double halfWidth, double halfDepth, Paint paint, Finish finish) {
        var closed = line.closed(roundingSteps());
        closed.add(closed.getFirst());
        var path = refined(closed);
        path.removeLast();
        var rings = new ArrayList<List<Vec3>>();
        int n = path.size();
        for (int i = 0; i < n; i++) {
            var along = path.get((i + 1) % n).minus(path.get((i + n - 1) % n));
            rings.add(section(path.get(i), along, halfWidth, halfDepth));
        }
        return new Loft(rings).looped(paint, finish);
    }

    /** A wall around the y axis: the section is given in radius and height, for each share of the way round. */
    Solid wall(Section section, double radius, int multiple, Paint paint, Finish finish) {
        int columns = Math.max(1, Math.round(around(radius) / (float) multiple)) * multiple;
        var rings = new ArrayList<List<Vec3>>();
        int points = section.at(0).closed(roundingSteps()).size() * 4;
        for (int i = 0; i < columns; i++) {
            var direction = Vec2.polar(1, 2 * Math.PI * i / columns);
            rings.add(Vec2.evenly(section.at(i / (double) columns).closed(roundingSteps()), points).stream()
                    .map(p -> new Vec3(p.x() * direction.x(), p.y(), -p.x() * direction.y()))
                    .toList());
        }
        return new Loft(rings).looped(paint, finish);
    }

    /** How many of small decorations a model this coarse can have. */
    int some(int many) {
        return (int) Math.max(1, Math.round(many * Math.min(1, detail / (2 * COARSE))));
    }

    private List<Vec3> section(Vec2 centre, Vec2 along, double halfWidth, double halfDepth) {
        var across = new Vec2(-along.y() / along.length(), along.x() / along.length());
        int count = around(1.5 * Math.max(halfWidth, halfDepth));
        return Outline.circle().points(count).stream()
                .map(p -> inPlane(centre.plus(across.times(p.x() * halfWidth))).plus(new Vec3(0, 0, p.y() * halfDepth)))
                .toList();
    }

    /** The same line in pieces no longer than the spacing, so that shading changes only near the corners. */
    private List<Vec2> refined(List<Vec2> line) {
        double longest = SPACING / detail;
        var fine = new ArrayList<Vec2>();
        for (int i = 0; i + 1 < line.size(); i++) {
            var from = line.get(i);
            var step = line.get(i + 1).minus(from);
            int pieces = Math.max(1, (int) Math.ceil(step.length() / longest));
            for (int k = 0; k < pieces; k++) {
                fine.add(from.plus(step.times(k / (double) pieces)));
            }
        }
        fine.add(line.getLast());
        return fine;
    }

    private int around(double radius) {
        int fewest = detail < COARSE ? FEWEST_POINTS / 2 : FEWEST_POINTS;
        return Math.max(fewest, (int) Math.round(2 * Math.PI * radius * detail / SPACING));
    }

    private int roundingSteps() {
        return Math.max(1, (int) Math.round(ROUNDING_STEPS * detail));
    }

    private static double widest(List<Vec2> profile) {
        return profile.stream().mapToDouble(Vec2::x).max().orElse(0);
    }

    private static Vec3 onAxis(Vec2 point) {
        return new Vec3(0, point.y(), 0);
    }

    private static Vec3 inPlane(Vec2 point) {
        return new Vec3(point.x(), point.y(), 0);
    }

    @FunctionalInterface
    interface Radius {
        double in(Vec3 direction);
    }

    /** A closed line per share of the way round, always of the same number of corners. */
    @FunctionalInterface
    interface Section {
        Corners at(double turn);
    }
}
