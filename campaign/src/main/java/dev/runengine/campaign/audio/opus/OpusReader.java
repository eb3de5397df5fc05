package dev.runengine.campaign.audio.opus;

import dev.runengine.campaign.audio.signal.Signal;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Decodes Ogg Opus files of one stream as a player does: pre-skip and what lies past the end are dropped. */
public final class OpusReader {
    /** 120 ms, the longest packet there is. */
    private static final int MAX_FRAME = 5_760;

    private final DataInputStream in;
    private final Signal.Sink sink;
    private final OpusDecoder decoder;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final short[] pcm = new short[2 * MAX_FRAME];
    private int packet;
    private int skip;
    private int preSkip;
    private long decoded;

    private OpusReader(DataInputStream in, Signal.Sink sink) throws OpusException {
        this.in = in;
        this.sink = sink;
        this.decoder = new OpusDecoder(Signal.RATE, 2);
    }

    /**
     * @return how many frames the sink was given
     * @throws BadOpusException when it is not an Ogg Opus file
     */
    public static long read(Path path, Signal.Sink sink) throws IOException, InterruptedException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            var reader = new OpusReader(in, sink);
            while (reader.page()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return reader.decoded;
        } catch (OpusException | EOFException e) {
            throw new BadOpusException("it is damaged", e);
        }
    }

    /** Reads a page; false after the last. */
    private boolean page() throws IOException, OpusException {
        var head = new byte[OggPage.HEADER_BYTES];
        in.readFully(head);
        if (!Arrays.equals(head, 0, 4, OggPage.CAPTURE, 0, 4)) {
            throw new BadOpusException("it is not an Ogg file", null);
        }
        boolean last = (head[5] & OggPage.LAST) != 0;
        long granule = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(6);
        var lacing = new byte[head[26] & 0xFF];
        in.readFully(lacing);
        for (byte lace : lacing) {
            int length = lace & 0xFF;
            partial.writeBytes(bytes(length));
            if (length < 255) {
                packet(partial.toByteArray(), last ? granule - preSkip : Long.MAX_VALUE);
                partial.reset();
            }
        }
        return !last;
    }

    private void packet(byte[] bytes, long end) throws IOException, OpusException {
        switch (packet++) {
            case 0 -> head(bytes);
            case 1 -> {} // the tags
            default -> frames(decoded(bytes), end);
        }
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    private int decoded(byte[] bytes) throws BadOpusException, OpusException {
        try {
            return decoder.decode(bytes, 0, bytes.length, pcm, 0, MAX_FRAME, false);
        } catch (RuntimeException e) {
            // The decoder trusts its input: a damaged packet makes it read past its tables.
            throw new BadOpusException("it is damaged", e);
        }
    }

    private void head(byte[] bytes) throws BadOpusException {
        if (bytes.length < 19 || !new String(bytes, 0, 8, StandardCharsets.US_ASCII).equals("OpusHead")) {
            throw new BadOpusException("its stream is not Opus", null);
        }
        preSkip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
        skip = preSkip;
    }

    private void frames(int count, long end) throws IOException {
        int from = Math.min(skip, count);
        skip -= from;
        int kept = Math.clamp(end - decoded, 0, count - from);
        var left = new float[kept];
        var right = new float[kept];
        for (int i = 0; i < kept; i++) {
            left[i] = pcm[2 * (from + i)] / 32_768f;
            right[i] = pcm[2 * (from + i) + 1] / 32_768f;
        }
        sink.accept(left, right, kept);
        decoded += kept;
    }
}
