package dev.runengine.campaign.mesh.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A file of one triangle, to be spoilt by tests: its JSON as text, and its binary chunk. */
final class TinyGlb {
    static final String JSON = """
            {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
             "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
             "accessors":[
              {"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]},
              {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}],
             "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],
             "buffers":[{"byteLength":42}]}""";

    private TinyGlb() {}

    static byte[] of(String json) {
        return of(json, new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, 0, 1, 2);
    }

    static byte[] of(String json, float[] positions, int... indices) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        int padded = text.length + 3 & ~3;
        var file = ByteBuffer.allocate(28 + padded + 44).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546C67).putInt(2).putInt(file.capacity());
        file.putInt(padded).putInt(0x4E4F534A).put(text);
        while (file.position() < 20 + padded) {
            file.put((byte) ' ');
        }
        file.putInt(44).putInt(0x004E4942);
        for (float position : positions) {
            file.putFloat(position);
        }
        for (int index : indices) {
            file.putShort((short) index);
        }
        return file.array();
    }

    /** The file after a change of its JSON. */
    static byte[] with(String part, String replacement) {
        if (!JSON.contains(part)) {
            throw new AssertionError("the file does not contain " + part);
        }
        return of(JSON.replace(part, replacement));
    }
}
