package dev.runengine.campaign.mesh.gltf;

import java.util.List;

/**
 * Shrinks buffers for EXT_meshopt_compression.
 *
 * @param <E> what it fails with
 */
@FunctionalInterface
public interface BufferCompressor<E extends Exception> {

    /** What the elements of a buffer are. */
    enum Mode {
        ATTRIBUTES,
        TRIANGLES
    }

    /**
     * @param count of elements
     * @param stride bytes of one element
     */
    record Buffer(Mode mode, int count, int stride, byte[] bytes) {}

    /** @return the compressed bytes of each buffer, in their order */
    List<byte[]> compress(List<Buffer> buffers) throws E, InterruptedException;
}
