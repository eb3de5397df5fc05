package dev.runengine.campaign.mesh.simplify;

import dev.runengine.campaign.mesh.gltf.Model;
import dev.runengine.campaign.mesh.gltf.Primitive;
import dev.runengine.campaign.mesh.gltf.Semantic;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * All primitives of a model in one list of vertices, so that detail is taken where it is missed least in the whole
 * model.
 *
 * @param width values per vertex in {@code vertices}: the position, then the attributes
 * @param weights how much a change of each attribute counts against a change of position
 * @param partOf the primitive each vertex belongs to
 */
record FlatMesh(int width, float[] vertices, float[] weights, int[] partOf, int parts, int[] indices) {
    static final int POSITION = Semantic.POSITION.components();

    static FlatMesh of(Model model) {
        var semantics = Arrays.stream(Semantic.values())
                .filter(s -> s != Semantic.POSITION)
                .filter(s ->
                        model.primitives().stream().anyMatch(p -> p.attributes().containsKey(s)))
                .toList();
        var weights = weights(semantics);
        int width = POSITION + weights.length;
        var vertices = new float[model.vertexCount() * width];
        var partOf = new int[model.vertexCount()];
        var indices = new int[3 * model.triangleCount()];
        int vertex = 0;
        int corner = 0;
        for (int part = 0; part < model.primitives().size(); part++) {
            var primitive = model.primitives().get(part);
            fill(vertices, vertex, width, primitive, semantics);
            Arrays.fill(partOf, vertex, vertex + primitive.vertexCount(), part);
            for (int index : primitive.indices()) {
                indices[corner++] = vertex + index;
            }
            vertex += primitive.vertexCount();
        }
        return new FlatMesh(width, vertices, weights, partOf, model.primitives().size(), indices);
    }

    private static float[] weights(List<Semantic> semantics) {
        var weights =
                new float[semantics.stream().mapToInt(Semantic::components).sum()];
        int at = 0;
        for (var semantic : semantics) {
            Arrays.fill(weights, at, at + semantic.components(), weight(semantic));
            at += semantic.components();
        }
        return weights;
    }

    private static float weight(Semantic semantic) {
        return switch (semantic) {
            case POSITION -> 1;
            case NORMAL -> 0.4f;
            // They follow the normals and the texture coordinates.
            case TANGENT -> 0;
            case TEXCOORD_0, TEXCOORD_1 -> 1;
            case COLOR_0 -> 0.6f;
        };
    }

    /** What a primitive lacks stays 0. */
    private static void fill(float[] vertices, int first, int width, Primitive from, List<Semantic> semantics) {
        copy(from.positions(), POSITION, vertices, first, width, 0);
        int at = POSITION;
        for (var semantic : semantics) {
            if (from.attributes().containsKey(semantic)) {
                copy(from.values(semantic), semantic.components(), vertices, first, width, at);
            }
            at += semantic.components();
        }
    }

    private static void copy(float[] values, int n, float[] vertices, int first, int width, int at) {
        for (int i = 0; i < values.length / n; i++) {
            System.arraycopy(values, i * n, vertices, (first + i) * width + at, n);
        }
    }

    int vertexCount() {
        return partOf.length;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(width);
        Wire.write(out, vertices);
        Wire.write(out, weights);
        Wire.write(out, partOf);
        out.writeInt(parts);
        Wire.write(out, indices);
    }

    static FlatMesh read(DataInputStream in) throws IOException {
        return new FlatMesh(
                in.readInt(),
                Wire.readFloats(in),
                Wire.readFloats(in),
                Wire.readInts(in),
                in.readInt(),
                Wire.readInts(in));
    }
}
