package dev.runengine.campaign.mesh.gltf;

/**
 * Models as GLB files. The same model gives the same bytes.
 *
 * @see <a href="https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html">glTF 2.0 specification</a>
 */
public final class Glb {
    public static final String MEDIA_TYPE = "model/gltf-binary";
    public static final int MAX_BYTES = 64 << 20;
    public static final int MAX_TRIANGLES = 1_000_000;
    public static final int MAX_VERTICES = 1_000_000;

    private Glb() {}

    /**
     * Reads the default scene as one still model: nodes are resolved, and primitives of one material and the same
     * attributes become one.
     *
     * @param file from anybody; every size, offset and index in it is checked
     * @throws GlbException when it is no GLB file, is damaged, exceeds the limits above, or needs what a still model of
     *     triangles has not: skins, morph targets, animations, unknown required extensions
     */
    public static Model read(byte[] file) throws GlbException {
        return new GlbReader(Container.read(file)).read();
    }

    public static byte[] write(Model model, Encoding encoding) {
        return new GlbWriter(model, encoding).uncompressed();
    }

    /** Quantised and compressed: small, and readable only where EXT_meshopt_compression is known. */
    public static <E extends Exception> byte[] writeCompressed(Model model, BufferCompressor<E> compressor)
            throws E, InterruptedException {
        return new GlbWriter(model, Encoding.QUANTIZED).compressed(compressor);
    }
}
