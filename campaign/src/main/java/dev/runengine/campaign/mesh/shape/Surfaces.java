package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts solids of the same finish together and gives their vertices normals. */
final class Surfaces {
    private Surfaces() {}

    static List<Surface> of(List<Solid> solids) {
        var surfaces = new ArrayList<Surface>();
        for (var finish : Finish.values()) {
            var alike = solids.stream().filter(s -> s.finish() == finish).toList();
            if (!alike.isEmpty()) {
                surfaces.add(joined(finish, alike));
            }
        }
        return surfaces;
    }

    private static Surface joined(Finish finish, List<Solid> solids) {
        int vertices = solids.stream().mapToInt(s -> s.points().size()).sum();
        int corners = solids.stream().mapToInt(s -> s.triangles().length).sum();
        var surface = new Surface(
                finish, new float[3 * vertices], new float[3 * vertices], new float[4 * vertices], new int[corners]);
        int vertex = 0;
        int corner = 0;
        for (var solid : solids) {
            writeVertices(solid, surface, vertex);
            for (int index : solid.triangles()) {
                surface.indices()[corner++] = vertex + index;
            }
            vertex += solid.points().size();
        }
        return surface;
    }

    private static void writeVertices(Solid solid, Surface surface, int first) {
        var normals = normals(solid);
        for (int i = 0; i < normals.length; i++) {
            write(solid.points().get(i), surface.positions(), 3 * (first + i));
            write(normals[i], surface.normals(), 3 * (first + i));
            write(solid.colours().get(i), surface.colours(), 4 * (first + i));
        }
    }

    /** The normals of the triangles around, weighted by the angle each has there: the mesh's density has no say. */
    private static Vec3[] normals(Solid solid) {
        var normals = new Vec3[solid.points().size()];
        Arrays.fill(normals, Vec3.ZERO);
        var t = solid.triangles();
        for (int i = 0; i < t.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                int corner = t[i + k];
                var p = solid.points().get(corner);
                var on = solid.points().get(t[i + (k + 1) % 3]).minus(p).unit();
                var back = solid.points().get(t[i + (k + 2) % 3]).minus(p).unit();
                double angle = StrictMath.acos(Math.clamp(on.dot(back), -1.0, 1.0));
                normals[corner] = normals[corner].plus(on.cross(back).unit().times(angle));
            }
        }
        for (int i = 0; i < normals.length; i++) {
            normals[i] = normals[i].unit();
        }
        return normals;
    }

    private static void write(Vec3 v, float[] target, int at) {
        target[at] = (float) v.x();
        target[at + 1] = (float) v.y();
        target[at + 2] = (float) v.z();
    }

    private static void write(Rgb colour, float[] target, int at) {
        target[at] = Rgb.linear(colour.red());
        target[at + 1] = Rgb.linear(colour.green());
        target[at + 2] = Rgb.linear(colour.blue());
        target[at + 3] = 1;
    }
}
