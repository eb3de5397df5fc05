package dev.runengine.campaign.mesh.gltf;

import java.util.List;

/** A still model: all its parts in one coordinate system, y up. */
public record Model(String name, List<Primitive> primitives, Appearance appearance) {
    public Model {
        primitives = List.copyOf(primitives);
    }

    public Model withPrimitives(List<Primitive> others) {
        return new Model(name, others, appearance);
    }

    public int triangleCount() {
        return primitives.stream().mapToInt(Primitive::triangleCount).sum();
    }

    public int vertexCount() {
        return primitives.stream().mapToInt(Primitive::vertexCount).sum();
    }

    /** How many different materials its parts have. */
    public int materialCount() {
        return (int)
                primitives.stream().mapToInt(Primitive::material).distinct().count();
    }

    public Bounds bounds() {
        return Bounds.of(primitives);
    }
}
