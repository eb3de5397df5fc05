package dev.runengine.campaign.mesh.simplify;

import dev.runengine.campaign.mesh.gltf.BufferCompressor.Mode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The program in the child JVM: reads buffers of vertices and triangles, and answers each with its compressed bytes. */
final class CompressorProgram {
    private CompressorProgram() {}

    public static void main(String[] arguments) {
        NativeProgram.run(CompressorProgram::answer);
    }

    private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
        int buffers = in.readInt();
        for (int i = 0; i < buffers; i++) {
            var mode = Mode.values()[in.readInt()];
            int count = in.readInt();
            int stride = in.readInt();
            var bytes = Wire.readBytes(in);
            Wire.write(
                    out,
                    switch (mode) {
                        case ATTRIBUTES -> Meshopt.encodedVertices(bytes, count, stride);
                        case TRIANGLES -> encodedIndices(bytes, stride);
                    });
        }
    }

    private static byte[] encodedIndices(byte[] bytes, int stride) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var indices = new int[bytes.length / stride];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = stride == Short.BYTES ? buffer.getShort() & 0xffff : buffer.getInt();
        }
        return Meshopt.encodedIndices(indices, Arrays.stream(indices).max().orElse(0) + 1);
    }
}
