package dev.runengine.campaign.audio.signal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A finite sound on disk, as interleaved 32-bit floats. Its views are independent of each other. */
public final class Recording implements Closeable {
    private static final int FRAME_BYTES = 8;

    private final FileChannel file;
    private final long frames;

    private Recording(FileChannel file, long frames) {
        this.file = file;
        this.frames = frames;
    }

    /** Records so many frames of a signal into a new file. */
    public static Recording of(Signal signal, long frames, Path path) throws IOException, InterruptedException {
        try (var writer = new Writer(path)) {
            signal.pump(frames, writer);
            return writer.finish();
        }
    }

    public long frames() {
        return frames;
    }

    public double seconds() {
        return frames / (double) Signal.RATE;
    }

    /** The sound from a frame on, which may be negative. */
    public Signal view(Edges edges, long from) {
        return new View(edges, from);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Collects a sound of a length not known beforehand. */
    public static final class Writer implements Signal.Sink, Closeable {
        private final FileChannel file;
        private boolean finished;

        public Writer(Path path) throws IOException {
            file = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        @Override
        public void accept(float[] left, float[] right, int count) throws IOException {
            var bytes = ByteBuffer.allocate(count * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                bytes.putFloat(left[i]).putFloat(right[i]);
            }
            bytes.flip();
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }

        /** Hands the file over to the recording; nothing may be written any more. */
        public Recording finish() throws IOException {
            finished = true;
            return new Recording(file, file.size() / FRAME_BYTES);
        }

        @Override
        public void close() throws IOException {
            if (!finished) {
                file.close();
            }
        }
    }

    private final class View implements Signal {
        private final Edges edges;
        private long at;

        View(Edges edges, long from) {
            this.edges = edges;
            this.at = from;
        }

        @Override
        public void read(float[] left, float[] right, int count) throws IOException {
            for (int done = 0; done < count; ) {
                int run = switch (edges) {
                    case LOOPED -> readRun(Math.floorMod(at, frames), left, right, done, count - done);
                    case SILENT ->
                        at >= 0 && at < frames
                                ? readRun(at, left, right, done, count - done)
                                : silence(left, right, done, count - done);
                };
                done += run;
                at += run;
            }
        }

        private int readRun(long frame, float[] left, float[] right, int offset, int wanted) throws IOException {
            int run = (int) Math.min(wanted, frames - frame);
            var bytes = ByteBuffer.allocate(run * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, frame * FRAME_BYTES + bytes.position()) < 0) {
                    throw new IOException("a recording was truncated while it was read");
                }
            }
            bytes.flip();
            for (int i = offset; i < offset + run; i++) {
                left[i] = bytes.getFloat();
                right[i] = bytes.getFloat();
            }
            return run;
        }

        private int silence(float[] left, float[] right, int offset, int wanted) {
            int run = at < 0 ? (int) Math.min(wanted, -at) : wanted;
            Arrays.fill(left, offset, offset + run, 0);
            Arrays.fill(right, offset, offset + run, 0);
            return run;
        }
    }
}
