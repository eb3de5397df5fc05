package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** A football: twelve dark pentagons on the directions of an icosahedron's corners, and seams between the panels. */
final class Ball {
    private static final double PENTAGON = 0.93;
    private static final double SEAM_DEPTH = 0.02;

    private Ball() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        var pentagons = icosahedron();
        var hexagons = dodecahedron(pentagons);
        var dark = random.chance(0.5) ? palette.primary() : palette.secondary();
        var light = palette.ivory();
        Paint paint = p -> isPentagon(pentagons, hexagons, p.unit()) ? dark : light;
        var fine = new Workbench(bench.detail() * 1.25);
        var ball = fine.globe(d -> 1 - SEAM_DEPTH * seam(pentagons, hexagons, d), paint, Finish.GLOSS);
        return List.of(ball.turnedAboutX(18).turnedAboutY(random.between(0, 72)));
    }

    private static List<Vec3> icosahedron() {
        double g = (1 + Math.sqrt(5)) / 2;
        var corners = new ArrayList<Vec3>();
        for (int a = -1; a <= 1; a += 2) {
            for (int b = -1; b <= 1; b += 2) {
                corners.add(new Vec3(0, a, b * g).unit());
                corners.add(new Vec3(a, b * g, 0).unit());
                corners.add(new Vec3(b * g, 0, a).unit());
            }
        }
        return corners;
    }

    /** The middles of the icosahedron's faces. */
    private static List<Vec3> dodecahedron(List<Vec3> corners) {
        var middles = new ArrayList<Vec3>();
        for (int i = 0; i < corners.size(); i++) {
            for (int j = i + 1; j < corners.size(); j++) {
                for (int k = j + 1; k < corners.size(); k++) {
                    if (adjacent(corners.get(i), corners.get(j))
                            && adjacent(corners.get(j), corners.get(k))
                            && adjacent(corners.get(i), corners.get(k))) {
                        middles.add(corners.get(i)
                                .plus(corners.get(j))
                                .plus(corners.get(k))
                                .unit());
                    }
                }
            }
        }
        return middles;
    }

    private static boolean adjacent(Vec3 a, Vec3 b) {
        return a.dot(b) > 0.4;
    }

    private static boolean isPentagon(List<Vec3> pentagons, List<Vec3> hexagons, Vec3 direction) {
        return highest(pentagons, direction)[0] * weight() > highest(hexagons, direction)[0];
    }

    /** 1 on the border of two panels, 0 a little beside it. */
    private static double seam(List<Vec3> pentagons, List<Vec3> hexagons, Vec3 direction) {
        var p = highest(pentagons, direction);
        var h = highest(hexagons, direction);
        double first = Math.max(p[0] * weight(), h[0]);
        double second = p[0] * weight() > h[0] ? h[0] : Math.max(p[0] * weight(), h[1]);
        double gap = (first - second) / 0.022;
        return gap >= 1 ? 0 : (1 - gap) * (1 - gap) * (1 + 2 * gap);
    }

    /** Pentagons are smaller than hexagons, so their plane lies further out. */
    private static double weight() {
        return PENTAGON / 0.9149;
    }

    private static double[] highest(List<Vec3> directions, Vec3 direction) {
        double first = -1;
        double second = -1;
        for (var candidate : directions) {
            double dot = candidate.dot(direction);
            if (dot > first) {
                second = first;
                first = dot;
            } else if (dot > second) {
                second = dot;
            }
        }
        return new double[] {first, second};
    }
}
