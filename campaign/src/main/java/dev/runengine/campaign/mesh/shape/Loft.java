package dev.runengine.campaign.mesh.shape;

import java.util.ArrayList;
import java.util.List;

/** A skin over a sequence of closed rings of equally many points. */
record Loft(List<List<Vec3>> rings) {

    /** Both ends close in a point. */
    Solid capped(Vec3 first, Vec3 last, Paint paint, Finish finish) {
        int around = rings.getFirst().size();
        var points = ringPoints();
        var triangles = new Triangles(2 * around * rings.size());
        int start = points.size();
        points.add(first);
        points.add(last);
        int lastRing = (rings.size() - 1) * around;
        for (int i = 0; i < around; i++) {
            int next = (i + 1) % around;
            triangles.add(start, i, next);
            triangles.add(start + 1, lastRing + next, lastRing + i);
        }
        for (int ring = 0; ring + 1 < rings.size(); ring++) {
            triangles.addBand(ring * around, (ring + 1) * around, around);
        }
        return Solid.outwards(points, paint, triangles.indices(), finish);
    }

    /** The last ring joins the first. */
    Solid looped(Paint paint, Finish finish) {
        int around = rings.getFirst().size();
        var triangles = new Triangles(2 * around * rings.size());
        for (int ring = 0; ring < rings.size(); ring++) {
            triangles.addBand(ring * around, (ring + 1) % rings.size() * around, around);
        }
        return Solid.outwards(ringPoints(), paint, triangles.indices(), finish);
    }

    private List<Vec3> ringPoints() {
        var points = new ArrayList<Vec3>();
        rings.forEach(points::addAll);
        return points;
    }

    /** Room for the exact number of triangles a loft has. */
    private static final class Triangles {
        private final int[] indices;
        private int size;

        Triangles(int count) {
            indices = new int[3 * count];
        }

        void add(int a, int b, int c) {
            indices[size++] = a;
            indices[size++] = b;
            indices[size++] = c;
        }

        /** Between two neighbouring rings. */
        void addBand(int ring, int nextRing, int around) {
            for (int i = 0; i < around; i++) {
                int next = (i + 1) % around;
                add(ring + i, nextRing + i, nextRing + next);
                add(ring + i, nextRing + next, ring + next);
            }
        }

        int[] indices() {
            return indices;
        }
    }
}
