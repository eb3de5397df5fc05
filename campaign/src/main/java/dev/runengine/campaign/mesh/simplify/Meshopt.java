package dev.runengine.campaign.mesh.simplify;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.*;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.lwjgl.system.MemoryUtil;

/**
 * The calls into meshoptimizer. Runs in the child JVM only; native memory is given back by the end of the process.
 *
 * @see <a href="https://github.com/zeux/meshoptimizer">meshoptimizer</a>
 */
final class Meshopt {
    /** The whole model's size: the number of triangles decides, not the error. */
    private static final float ANY_ERROR = 1;
    /** A little worse vertex cache use is accepted for less overdraw, as the library's documentation suggests. */
    private static final float OVERDRAW_THRESHOLD = 1.05f;
    /** The bitstream that EXT_meshopt_compression specifies. */
    private static final int VERTEX_CODEC = 0;

    private static final int INDEX_CODEC = 1;

    /** How a simplification ended. */
    record Simplified(int[] indices, float error) {}

    private Meshopt() {}

    /** Gives all vertices that are equal to the bit, and of the same part, the number of one of them. */
    static int[] withoutDuplicates(FlatMesh mesh) {
        int count = mesh.vertexCount();
        int stride = (mesh.width() + 1) * Float.BYTES;
        var bytes = MemoryUtil.memAlloc(count * stride);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < mesh.width(); k++) {
                bytes.putFloat(mesh.vertices()[i * mesh.width() + k]);
            }
            bytes.putInt(mesh.partOf()[i]);
        }
        var remap = MemoryUtil.memAllocInt(count);
        int unique = (int) meshopt_generateVertexRemap(
                remap, buffer(mesh.indices()), mesh.indices().length, bytes.flip(), count, stride);
        var representative = new int[unique];
        Arrays.fill(representative, -1);
        var indices = mesh.indices().clone();
        for (int i = 0; i < indices.length; i++) {
            int slot = remap.get(indices[i]);
            if (representative[slot] < 0) {
                representative[slot] = indices[i];
            }
            indices[i] = representative[slot];
        }
        return indices;
    }

    /** @param options of meshopt_simplifyWithAttributes */
    static Simplified simplified(FlatMesh mesh, int[] indices, int maxTriangles, int options) {
        var result = MemoryUtil.memAllocInt(indices.length);
        var error = MemoryUtil.memAllocFloat(1);
        // Attributes start behind the first position, and are checked as if a whole vertex followed every start.
        var padded = buffer(Arrays.copyOf(mesh.vertices(), mesh.vertices().length + FlatMesh.POSITION));
        var vertices = padded.slice(0, mesh.vertices().length);
        long stride = (long) mesh.width() * Float.BYTES;
        long kept = mesh.weights().length == 0
                ? meshopt_simplify(
                        result,
                        buffer(indices),
                        vertices,
                        mesh.vertexCount(),
                        stride,
                        3L * maxTriangles,
                        ANY_ERROR,
                        options,
                        error)
                : meshopt_simplifyWithAttributes(
                        result,
                        buffer(indices),
                        vertices,
                        mesh.vertexCount(),
                        stride,
                        padded.slice(FlatMesh.POSITION, mesh.vertices().length),
                        stride,
                        buffer(mesh.weights()),
                        null,
                        3L * maxTriangles,
                        ANY_ERROR,
                        options,
                        error);
        return new Simplified(array(result, (int) kept), error.get(0));
    }

    /** Reaches any number of triangles, and may tear the surface to do so. */
    static Simplified sloppilySimplified(FlatMesh mesh, int[] indices, int maxTriangles) {
        var result = MemoryUtil.memAllocInt(indices.length);
        var error = MemoryUtil.memAllocFloat(1);
        long stride = (long) mesh.width() * Float.BYTES;
        long kept = meshopt_simplifySloppy(
                result,
                buffer(indices),
                buffer(mesh.vertices()),
                mesh.vertexCount(),
                stride,
                null,
                3L * maxTriangles,
                ANY_ERROR,
                error);
        return new Simplified(array(result, (int) kept), error.get(0));
    }

    /** The same triangles in the order that a graphics card draws fastest. */
    static int[] ordered(float[] positions, int[] indices) {
        long vertices = positions.length / FlatMesh.POSITION;
        var forCache = MemoryUtil.memAllocInt(indices.length);
        meshopt_optimizeVertexCache(forCache, buffer(indices), vertices);
        var forOverdraw = MemoryUtil.memAllocInt(indices.length);
        meshopt_optimizeOverdraw(
                forOverdraw,
                forCache,
                buffer(positions),
                vertices,
                FlatMesh.POSITION * Float.BYTES,
                OVERDRAW_THRESHOLD);
        return array(forOverdraw, indices.length);
    }

    static byte[] encodedVertices(byte[] vertices, int count, int stride) {
        meshopt_encodeVertexVersion(VERTEX_CODEC);
        var encoded = MemoryUtil.memAlloc((int) meshopt_encodeVertexBufferBound(count, stride));
        long length = meshopt_encodeVertexBuffer(encoded, buffer(vertices), count, stride);
        return array(encoded, (int) length);
    }

    static byte[] encodedIndices(int[] indices, int vertices) {
        meshopt_encodeIndexVersion(INDEX_CODEC);
        var encoded = MemoryUtil.memAlloc((int) meshopt_encodeIndexBufferBound(indices.length, vertices));
        return array(encoded, (int) meshopt_encodeIndexBuffer(encoded, buffer(indices)));
    }

    private static IntBuffer buffer(int[] values) {
        return MemoryUtil.memAllocInt(values.length).put(values).flip();
    }

    private static FloatBuffer buffer(float[] values) {
        return MemoryUtil.memAllocFloat(values.length).put(values).flip();
    }

    private static ByteBuffer buffer(byte[] values) {
        return MemoryUtil.memAlloc(values.length).put(values).flip();
    }

    private static int[] array(IntBuffer buffer, int length) {
        var values = new int[length];
        buffer.get(0, values);
        return values;
    }

    private static byte[] array(ByteBuffer buffer, int length) {
        var values = new byte[length];
        buffer.get(0, values);
        return values;
    }
}
