package dev.runengine.campaign.mesh;

import dev.runengine.campaign.mesh.gltf.Bounds;
import dev.runengine.campaign.mesh.gltf.Model;
import java.util.List;

/** What the outputs of both skills say about a model. */
final class Measures {
    private Measures() {}

    record Geometry(int triangles, int vertices, int materials) {
        static Geometry of(Model model) {
            return new Geometry(model.triangleCount(), model.vertexCount(), model.materialCount());
        }
    }

    record BoundingBox(List<Float> min, List<Float> max) {
        static BoundingBox of(Bounds bounds) {
            return new BoundingBox(bounds.min(), bounds.max());
        }
    }

    record Size(int triangles, int vertices, long fileSizeBytes) {
        static Size of(Model model, long fileSizeBytes) {
            return new Size(model.triangleCount(), model.vertexCount(), fileSizeBytes);
        }
    }

    /** Negative where something has grown. */
    record Reduction(double trianglesPercent, double verticesPercent, double fileSizePercent) {
        static Reduction between(Size before, Size after) {
            return new Reduction(
                    percent(before.triangles(), after.triangles()),
                    percent(before.vertices(), after.vertices()),
                    percent(before.fileSizeBytes(), after.fileSizeBytes()));
        }

        /** To one decimal. */
        private static double percent(long before, long after) {
            return Math.rint(1000.0 * (before - after) / before) / 10;
        }
    }
}
