package dev.runengine.campaign.mesh.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two chunks of a GLB file.
 *
 * @param binary little-endian, empty when the file has no such chunk
 * @see <a href="https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#glb-file-format-specification">glTF 2.0, GLB
 *     file format</a>
 */
record Container(JsonNode json, ByteBuffer binary) {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BINARY = 0x004E4942;
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Container read(byte[] file) throws GlbException {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || bytes.getInt() != MAGIC) {
            throw new GlbException("not a binary glTF file (.glb); export the model as GLB, glTF version 2.0");
        }
        int version = bytes.getInt();
        if (version != 2) {
            throw new GlbException("glTF version " + Integer.toUnsignedString(version) + " instead of 2");
        }
        long length = Integer.toUnsignedLong(bytes.getInt());
        if (length > file.length) {
            throw new GlbException("the file is cut off: it has " + file.length + " of " + length + " bytes");
        }
        bytes.limit((int) length);
        var json = chunk(bytes, JSON);
        var binary = bytes.hasRemaining() ? chunk(bytes, BINARY) : ByteBuffer.allocate(0);
        return new Container(parse(json), binary);
    }

    private static ByteBuffer chunk(ByteBuffer bytes, int type) throws GlbException {
        if (bytes.remaining() < CHUNK_HEADER) {
            throw new GlbException("the file is cut off within the header of a chunk");
        }
        long length = Integer.toUnsignedLong(bytes.getInt());
        if (bytes.getInt() != type) {
            throw new GlbException("the chunks of the file are not JSON first, then binary");
        }
        if (length > bytes.remaining()) {
            throw new GlbException("a chunk of " + length + " bytes has only " + bytes.remaining());
        }
        var chunk = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        return chunk;
    }

    private static JsonNode parse(ByteBuffer json) throws GlbException {
        try {
            var node = MAPPER.readTree(json.array(), json.arrayOffset(), json.remaining());
            if (!node.isObject()) {
                throw new GlbException("the JSON chunk holds no object");
            }
            return node;
        } catch (JacksonException e) {
            throw new GlbException("the JSON chunk is not JSON: " + e.getOriginalMessage());
        }
    }

    byte[] toBytes() {
        var text = MAPPER.writeValueAsBytes(json);
        int jsonLength = aligned(text.length);
        int binaryLength = aligned(binary.remaining());
        var file = ByteBuffer.allocate(HEADER + 2 * CHUNK_HEADER + jsonLength + binaryLength)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(MAGIC).putInt(2).putInt(file.capacity());
        file.putInt(jsonLength).putInt(JSON).put(text);
        Arrays.fill(file.array(), file.position(), HEADER + CHUNK_HEADER + jsonLength, (byte) ' ');
        file.position(HEADER + CHUNK_HEADER + jsonLength);
        file.putInt(binaryLength).putInt(BINARY).put(binary.duplicate());
        return file.array();
    }

    /** Chunks and buffer views start at multiples of 4. */
    static int aligned(int length) {
        return length + 3 & ~3;
    }
}
