package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A closed surface, seen from outside: neighbouring triangles share their vertices, so that light flows over it and a
 * simplifier is free to move along it.
 *
 * @param triangles three indices each, counter-clockwise seen from outside
 */
record Solid(List<Vec3> points, List<Rgb> colours, int[] triangles, Finish finish) {

    /** Takes triangles of either orientation, all the same, and turns them outwards. */
    static Solid outwards(List<Vec3> points, Paint paint, int[] triangles, Finish finish) {
        if (signedVolume(points, triangles) < 0) {
            for (int i = 0; i < triangles.length; i += 3) {
                int swapped = triangles[i + 1];
                triangles[i + 1] = triangles[i + 2];
                triangles[i + 2] = swapped;
            }
        }
        return new Solid(points, points.stream().map(paint::at).toList(), triangles, finish);
    }

    Solid moved(double x, double y, double z) {
        var offset = new Vec3(x, y, z);
        return mapped(offset::plus);
    }

    Solid scaled(double x, double y, double z) {
        return mapped(p -> new Vec3(p.x() * x, p.y() * y, p.z() * z));
    }

    Solid scaled(double factor) {
        return scaled(factor, factor, factor);
    }

    Solid turnedAboutX(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return mapped(p -> new Vec3(p.x(), c * p.y() - s * p.z(), s * p.y() + c * p.z()));
    }

    Solid turnedAboutY(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return mapped(p -> new Vec3(c * p.x() + s * p.z(), p.y(), c * p.z() - s * p.x()));
    }

    Solid turnedAboutZ(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return mapped(p -> new Vec3(c * p.x() - s * p.y(), s * p.x() + c * p.y(), p.z()));
    }

    /** From lying on the ground plane to standing up and facing the viewer. */
    Solid standing() {
        return turnedAboutX(90);
    }

    private Solid mapped(UnaryOperator<Vec3> transform) {
        return new Solid(points.stream().map(transform).toList(), colours, triangles, finish);
    }

    private static double signedVolume(List<Vec3> points, int[] triangles) {
        double six = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            six += points.get(triangles[i]).dot(points.get(triangles[i + 1]).cross(points.get(triangles[i + 2])));
        }
        return six;
    }

    private static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees));
    }
}
