package dev.runengine.campaign.mesh.simplify;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_SimplifyPermissive;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_SimplifyPrune;

import dev.runengine.campaign.mesh.simplify.Meshopt.Simplified;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The program in the child JVM: reads a {@link FlatMesh} and the wanted numbers of triangles, and answers each with the
 * error and, part by part, the triangles, whose vertices keep their numbers.
 */
final class SimplifierProgram {
    private SimplifierProgram() {}

    public static void main(String[] arguments) {
        NativeProgram.run(SimplifierProgram::answer);
    }

    private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
        var mesh = FlatMesh.read(in);
        var budgets = Wire.readInts(in);
        var indices = Meshopt.withoutDuplicates(mesh);
        for (int budget : budgets) {
            var simplified = simplified(mesh, indices, budget);
            out.writeFloat(simplified.error());
            for (int part = 0; part < mesh.parts(); part++) {
                Wire.write(out, ordered(mesh, trianglesOf(mesh, part, simplified.indices())));
            }
        }
    }

    /** Ever rougher means until the budget is met. */
    private static Simplified simplified(FlatMesh mesh, int[] indices, int budget) {
        if (indices.length <= 3 * budget) {
            return new Simplified(indices, 0);
        }
        var careful = Meshopt.simplified(mesh, indices, budget, meshopt_SimplifyPrune);
        if (careful.indices().length <= 3 * budget) {
            return careful;
        }
        var permissive = Meshopt.simplified(mesh, indices, budget, meshopt_SimplifyPrune | meshopt_SimplifyPermissive);
        return permissive.indices().length <= 3 * budget ? permissive : sloppy(mesh, indices, budget);
    }

    /** Part by part, because this way vertices of several parts would become one. */
    private static Simplified sloppy(FlatMesh mesh, int[] indices, int budget) {
        var all = new int[indices.length];
        int length = 0;
        float error = 0;
        for (int part = 0; part < mesh.parts(); part++) {
            var triangles = trianglesOf(mesh, part, indices);
            int share = (int) ((long) budget * triangles.length / indices.length);
            var simplified = Meshopt.sloppilySimplified(mesh, triangles, share);
            System.arraycopy(simplified.indices(), 0, all, length, simplified.indices().length);
            length += simplified.indices().length;
            error = Math.max(error, simplified.error());
        }
        return new Simplified(Arrays.copyOf(all, length), error);
    }

    private static int[] trianglesOf(FlatMesh mesh, int part, int[] indices) {
        var triangles = new int[indices.length];
        int length = 0;
        for (int i = 0; i < indices.length; i += 3) {
            if (mesh.partOf()[indices[i]] == part) {
                System.arraycopy(indices, i, triangles, length, 3);
                length += 3;
            }
        }
        return Arrays.copyOf(triangles, length);
    }

    private static int[] ordered(FlatMesh mesh, int[] triangles) {
        if (triangles.length == 0) {
            return triangles;
        }
        var vertices = Arrays.stream(triangles).distinct().toArray();
        var local = new int[mesh.vertexCount()];
        var positions = new float[vertices.length * FlatMesh.POSITION];
        for (int i = 0; i < vertices.length; i++) {
            local[vertices[i]] = i;
            System.arraycopy(
                    mesh.vertices(), vertices[i] * mesh.width(), positions, i * FlatMesh.POSITION, FlatMesh.POSITION);
        }
        var renumbered = Arrays.stream(triangles).map(v -> local[v]).toArray();
        return Arrays.stream(Meshopt.ordered(positions, renumbered))
                .map(v -> vertices[v])
                .toArray();
    }
}
