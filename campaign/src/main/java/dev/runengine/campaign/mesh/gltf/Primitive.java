package dev.runengine.campaign.mesh.gltf;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Triangles of one material. The arrays must not be changed.
 *
 * @param material its place in the model's list, or {@link #NO_MATERIAL}
 * @param attributes as many values per vertex as the attribute has components; positions are always there
 * @param indices three per triangle
 */
public record Primitive(int material, Map<Semantic, float[]> attributes, int[] indices) {
    public static final int NO_MATERIAL = -1;

    public Primitive {
        attributes = new EnumMap<>(attributes);
        if (!attributes.containsKey(Semantic.POSITION)) {
            throw new IllegalArgumentException("a primitive needs positions");
        }
    }

    public float[] values(Semantic semantic) {
        var values = attributes.get(semantic);
        if (values == null) {
            throw new IllegalArgumentException("these vertices have no " + semantic);
        }
        return values;
    }

    public float[] positions() {
        return values(Semantic.POSITION);
    }

    public int vertexCount() {
        return positions().length / Semantic.POSITION.components();
    }

    public int triangleCount() {
        return indices.length / 3;
    }

    /** The same vertices in another order, without those that no triangle uses: the order of their first use. */
    public Primitive withTriangles(int[] triangles) {
        var newIndex = new int[vertexCount()];
        Arrays.fill(newIndex, -1);
        var oldIndex = new int[Math.min(triangles.length, newIndex.length)];
        var renumbered = new int[triangles.length];
        int used = 0;
        for (int i = 0; i < triangles.length; i++) {
            int old = triangles[i];
            if (newIndex[old] < 0) {
                oldIndex[used] = old;
                newIndex[old] = used++;
            }
            renumbered[i] = newIndex[old];
        }
        return new Primitive(material, picked(oldIndex, used), renumbered);
    }

    private Map<Semantic, float[]> picked(int[] vertices, int count) {
        var picked = new EnumMap<Semantic, float[]>(Semantic.class);
        attributes.forEach((semantic, values) -> {
            int n = semantic.components();
            var kept = new float[count * n];
            for (int i = 0; i < count; i++) {
                System.arraycopy(values, vertices[i] * n, kept, i * n, n);
            }
            picked.put(semantic, kept);
        });
        return picked;
    }
}
