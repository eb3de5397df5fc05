package dev.runengine.campaign.audio.wav;

import dev.runengine.campaign.audio.signal.Signal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Reads mono and stereo WAVE files: PCM of 16, 24 or 32 bits and 32-bit float. The signal has the file's own rate and
 * is silent after its end.
 *
 * @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">WAVE specifications</a>
 */
public final class WavReader implements Signal, Closeable {
    private final FileChannel file;
    private final WavFormat format;
    private final long dataStart;
    private final long frames;
    private long at;

    private WavReader(FileChannel file) throws IOException {
        this.file = file;
        var layout = layout(file);
        this.format = layout.format;
        this.dataStart = layout.start;
        this.frames = layout.bytes / format.frameBytes();
    }

    /** @throws BadWavException when it is not a WAVE file, or one of a kind that is not read */
    public static WavReader open(Path path) throws IOException {
        var file = FileChannel.open(path);
        try {
            return new WavReader(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    public int rate() {
        return format.rate();
    }

    public long frames() {
        return frames;
    }

    @Override
    public void read(float[] left, float[] right, int count) throws IOException {
        int present = Math.clamp(frames - at, 0, count);
        var bytes = bytes(file, dataStart + at * format.frameBytes(), present * format.frameBytes());
        for (int i = 0; i < count; i++) {
            left[i] = i < present ? format.sample(bytes) : 0;
            right[i] = i < present && format.channels() == 2 ? format.sample(bytes) : left[i];
        }
        at += count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private record Layout(WavFormat format, long start, long bytes) {}

    private static Layout layout(FileChannel file) throws IOException {
        long size = file.size();
        if (size < 12
                || !tag(bytes(file, 0, 12), 0).equals("RIFF")
                || !tag(bytes(file, 0, 12), 8).equals("WAVE")) {
            throw new BadWavException("it is not a WAV file");
        }
        WavFormat format = null;
        for (long at = 12; at + 8 <= size; ) {
            var head = bytes(file, at, 8);
            long length = head.getInt(4) & 0xFFFF_FFFFL;
            long body = at + 8;
            switch (tag(head, 0)) {
                case "fmt " ->
                    format = WavFormat.parse(bytes(file, body, (int) Math.min(Math.min(length, 40), size - body)));
                case "data" -> {
                    if (format == null) {
                        throw new BadWavException("its data comes before its format");
                    }
                    // A stream's writer may not have known the length and left 0xFFFFFFFF: the file's end counts.
                    return new Layout(format, body, Math.min(length, size - body));
                }
                default -> {}
            }
            at = body + length + (length & 1);
        }
        throw new BadWavException("it has no data chunk");
    }

    private static String tag(ByteBuffer bytes, int at) {
        var text = new StringBuilder(4);
        for (int i = at; i < at + 4; i++) {
            text.append((char) (bytes.get(i) & 0xFF));
        }
        return text.toString();
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new BadWavException("it ends in the middle of its data");
            }
        }
        return bytes.flip();
    }
}
