package dev.runengine.campaign.mesh.gltf;

/** How precisely vertices are stored. */
public enum Encoding {
    /** Floats, as in core glTF 2.0. */
    EXACT,
    /**
     * Positions in 16 bits of the model's size, directions in 8 bits.
     *
     * @see <a href="https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0/Khronos/KHR_mesh_quantization">
     *     KHR_mesh_quantization</a>
     */
    QUANTIZED
}
