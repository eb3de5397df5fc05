package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** A brilliant-cut stone: the space that all its facets leave. */
final class Gem {
    private static final double TILT_OF_CROWN = 36;
    private static final double TILT_OF_PAVILION = 43;

    private Gem() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        int sides = 8 + 2 * random.nextInt(2);
        var facets = facets(sides);
        var tones = List.of(
                palette.primary(),
                palette.primary().mix(palette.ivory(), 0.35),
                palette.primary().mix(Rgb.BLACK, 0.18),
                palette.primary().mix(palette.ivory(), 0.18));
        // Neighbours get different tones: the play of light in a cut stone, which no renderer here computes.
        Paint paint = p -> tones.get(facetNumber(facets, p.unit()) * 7 / 4 % tones.size());
        var stone = bench.globe(direction -> reach(facets, direction), paint, Finish.GLOSS);
        return List.of(stone.moved(0, 0.25, 0).scaled(1.1));
    }

    private static List<Facet> facets(int sides) {
        var facets = new ArrayList<Facet>();
        facets.add(new Facet(new Vec3(0, 1, 0), 0.36));
        for (int i = 0; i < sides; i++) {
            double turn = 2 * Math.PI * i / sides;
            double between = turn + Math.PI / sides;
            facets.add(Facet.tilted(turn, TILT_OF_CROWN, 0.665));
            facets.add(Facet.tilted(turn, -TILT_OF_PAVILION, 0.72));
            facets.add(Facet.tilted(between, 56, 0.835));
            facets.add(Facet.tilted(between, -50, 0.805));
        }
        return facets;
    }

    private static double reach(List<Facet> facets, Vec3 direction) {
        return facets.get(facetNumber(facets, direction)).reach(direction);
    }

    private static int facetNumber(List<Facet> facets, Vec3 direction) {
        int nearest = 0;
        for (int i = 1; i < facets.size(); i++) {
            if (facets.get(i).reach(direction) < facets.get(nearest).reach(direction)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** A plane at a distance from the origin. */
    private record Facet(Vec3 normal, double distance) {

        static Facet tilted(double turn, double elevation, double distance) {
            double radians = StrictMath.toRadians(90 - Math.abs(elevation));
            var level = Vec2.polar(StrictMath.cos(radians), turn);
            double up = StrictMath.sin(radians) * Math.signum(elevation);
            return new Facet(new Vec3(level.x(), up, level.y()), distance);
        }

        /** How far a ray from the origin gets, infinitely far when it leaves the other way. */
        double reach(Vec3 direction) {
            double approach = normal.dot(direction);
            return approach <= 0 ? Double.POSITIVE_INFINITY : distance / approach;
        }
    }
}
