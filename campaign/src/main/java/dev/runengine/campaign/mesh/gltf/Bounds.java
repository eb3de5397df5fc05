package dev.runengine.campaign.mesh.gltf;

import java.util.List;

/** The smallest box, parallel to the axes, that holds a model. Lower and upper corner, x, y, z. */
public record Bounds(List<Float> min, List<Float> max) {
    public Bounds {
        min = List.copyOf(min);
        max = List.copyOf(max);
    }

    public static Bounds of(List<Primitive> primitives) {
        var min = new float[] {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        var max = new float[] {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (var primitive : primitives) {
            var positions = primitive.positions();
            for (int i = 0; i < positions.length; i++) {
                min[i % 3] = Math.min(min[i % 3], positions[i]);
                max[i % 3] = Math.max(max[i % 3], positions[i]);
            }
        }
        return new Bounds(List.of(min[0], min[1], min[2]), List.of(max[0], max[1], max[2]));
    }
}
