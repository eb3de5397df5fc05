package dev.runengine.campaign.audio.opus;

import dev.runengine.campaign.audio.signal.Signal;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes stereo Ogg Opus.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7845">RFC 7845, Ogg encapsulation for Opus</a>
 */
public final class OpusWriter {
    /** What the caller's signal holds before the sound proper: 80 ms, by which a decoder has converged (RFC 7845, 4.6). */
    public static final int LEAD_IN = 3_840;

    private static final int FRAME = 960;
    private static final int MAX_PACKET = 1_275;
    private static final int COMPLEXITY = 9;

    private final OutputStream out;
    private final OpusEncoder encoder;
    private final List<byte[]> packets = new ArrayList<>();
    private int segments;
    private int sequence;

    private OpusWriter(OutputStream out, int bitrate) throws OpusException {
        this.out = out;
        this.encoder = new OpusEncoder(Signal.RATE, 2, OpusApplication.OPUS_APPLICATION_AUDIO);
        encoder.setBitrate(bitrate);
        encoder.setComplexity(COMPLEXITY);
    }

    /**
     * @param signal starts {@link #LEAD_IN} frames before the sound: its own end for a loop, else silence. It goes on
     *     after the sound likewise, so that a loop's seam is coded like any other place in it.
     * @param frames how many a decoder will give
     * @param bitrate in bits a second
     */
    public static void write(Signal signal, long frames, int bitrate, Path path)
            throws IOException, InterruptedException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            new OpusWriter(out, bitrate).encode(signal, frames);
        } catch (OpusException e) {
            throw new IOException("the Opus encoder failed: " + e.getMessage(), e);
        }
    }

    private void encode(Signal signal, long frames) throws IOException, InterruptedException, OpusException {
        int preSkip = LEAD_IN + encoder.getLookahead();
        page(OggPage.FIRST, 0, List.of(head(preSkip)));
        page(0, 0, List.of(tags()));
        long end = preSkip + frames;
        var left = new float[FRAME];
        var right = new float[FRAME];
        for (long at = 0; at < end; at += FRAME) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            signal.read(left, right, FRAME);
            add(packet(left, right), at);
        }
        page(OggPage.LAST, end, packets);
    }

    private byte[] packet(float[] left, float[] right) throws OpusException {
        var pcm = new short[2 * FRAME];
        for (int i = 0; i < FRAME; i++) {
            pcm[2 * i] = quantised(left[i]);
            pcm[2 * i + 1] = quantised(right[i]);
        }
        var packet = new byte[MAX_PACKET];
        return Arrays.copyOf(packet, encoder.encode(pcm, 0, FRAME, packet, 0, packet.length));
    }

    private static short quantised(float sample) {
        return (short) Math.clamp(Math.round(sample * 32_767), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** @param at where the packet starts, in frames */
    private void add(byte[] packet, long at) throws IOException {
        if (segments + OggPage.segments(packet) > OggPage.MAX_SEGMENTS) {
            page(0, at, packets);
            packets.clear();
            segments = 0;
        }
        packets.add(packet);
        segments += OggPage.segments(packet);
    }

    private void page(int flags, long granule, List<byte[]> content) throws IOException {
        out.write(OggPage.of(flags, granule, sequence++, content));
    }

    private static byte[] head(int preSkip) {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) preSkip)
                .putInt(Signal.RATE)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] tags() {
        var vendor = ascii("Run Engine");
        return ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusTags"))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
