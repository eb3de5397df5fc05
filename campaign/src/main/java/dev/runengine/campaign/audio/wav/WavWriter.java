package dev.runengine.campaign.audio.wav;

import dev.runengine.campaign.audio.signal.Signal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes 48 kHz stereo WAVE files of 16 bits a sample. */
public final class WavWriter {
    public static final int BITRATE_KBPS = Signal.RATE * 2 * 16 / 1000;

    private static final int FRAME_BYTES = 4;

    private WavWriter() {}

    public static void write(Signal signal, long frames, Path path) throws IOException, InterruptedException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            out.write(header(frames));
            signal.pump(frames, (left, right, count) -> writeFrames(out, left, right, count));
        }
    }

    private static void writeFrames(OutputStream out, float[] left, float[] right, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putShort(quantised(left[i])).putShort(quantised(right[i]));
        }
        out.write(bytes.array());
    }

    private static short quantised(float sample) {
        return (short) Math.clamp(Math.round(sample * 32_767), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static byte[] header(long frames) {
        int dataBytes = Math.toIntExact(frames * FRAME_BYTES);
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + dataBytes)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) WavFormat.PCM)
                .putShort((short) 2)
                .putInt(Signal.RATE)
                .putInt(Signal.RATE * FRAME_BYTES)
                .putShort((short) FRAME_BYTES)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(dataBytes)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
