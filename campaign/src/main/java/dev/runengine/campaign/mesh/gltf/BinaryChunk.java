package dev.runengine.campaign.mesh.gltf;

import dev.runengine.campaign.mesh.gltf.BufferCompressor.Buffer;
import dev.runengine.campaign.mesh.gltf.BufferCompressor.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The binary chunk while it grows, with the buffer views into it.
 *
 * @see <a href="https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0/Vendor/EXT_meshopt_compression">
 *     EXT_meshopt_compression</a>
 */
final class BinaryChunk {
    static final String COMPRESSION = "EXT_meshopt_compression";
    private static final int ARRAY_BUFFER = 34962;
    private static final int ELEMENT_ARRAY_BUFFER = 34963;

    private final ObjectNode root;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /** The length of the buffer that a reader gets by decompression, and that no file holds. */
    private int uncompressedLength;

    BinaryChunk(ObjectNode root) {
        this.root = root;
        root.putArray("bufferViews");
    }

    void add(Buffer buffer) {
        describe(buffer, addView(0, bytes.size(), buffer.bytes().length));
        append(buffer.bytes());
    }

    void addCompressed(Buffer buffer, byte[] compressed) {
        var view = addView(1, uncompressedLength, buffer.bytes().length);
        describe(buffer, view);
        view.putObject("extensions")
                .putObject(COMPRESSION)
                .put("buffer", 0)
                .put("byteOffset", bytes.size())
                .put("byteLength", compressed.length)
                .put("byteStride", buffer.stride())
                .put("mode", buffer.mode().name())
                .put("count", buffer.count());
        append(compressed);
        uncompressedLength += Container.aligned(buffer.bytes().length);
    }

    void addImage(Appearance.Image image) {
        root.withArray("images")
                .addObject()
                .put("bufferView", root.withArray("bufferViews").size())
                .put("mimeType", image.mediaType());
        addView(0, bytes.size(), image.bytes().length);
        append(image.bytes());
    }

    ByteBuffer finished() {
        var buffers = root.putArray("buffers");
        buffers.addObject().put("byteLength", bytes.size());
        if (uncompressedLength > 0) {
            buffers.addObject()
                    .put("byteLength", uncompressedLength)
                    .putObject("extensions")
                    .putObject(COMPRESSION)
                    .put("fallback", true);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private ObjectNode addView(int buffer, int offset, int length) {
        return root.withArray("bufferViews")
                .addObject()
                .put("buffer", buffer)
                .put("byteOffset", offset)
                .put("byteLength", length);
    }

    private static void describe(Buffer buffer, ObjectNode view) {
        if (buffer.mode() == Mode.ATTRIBUTES) {
            view.put("byteStride", buffer.stride()).put("target", ARRAY_BUFFER);
        } else {
            view.put("target", ELEMENT_ARRAY_BUFFER);
        }
    }

    private void append(byte[] content) {
        bytes.writeBytes(content);
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
    }
}
