package dev.runengine.campaign.webm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Walks through the elements of a file as through a flat list: containers are stepped into, everything unknown is stepped
 * over. So clusters of unknown size, as live recorders write them, need no care.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8794">RFC 8794, EBML</a>
 */
final class WebmReader {
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int CODEC_ID = 0x86;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIMESTAMP = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;

    private static final int LONGEST_HEADER = 12;
    private static final int LONGEST_VALUE = 64;
    /** An hour at 60 frames per second, twice. */
    private static final int MOST_FRAMES = 432_000;

    private long track;
    private String trackCodec = "";
    private long filmTrack = -1;
    private String filmCodec = "";
    private int width;
    private int height;
    private long timestampScale = 1_000_000;
    private double duration;
    private long clusterTime;
    private long lastTime;
    private int[] sizes = new int[256];
    private int frames;

    WebmOutline read(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            if (id(bytes(file, 0, LONGEST_HEADER)) != EBML) {
                throw new BadWebmException("it is not a WebM file");
            }
            for (long at = 0; at < file.size(); ) {
                at = element(file, at);
            }
        }
        if (filmTrack < 0 || frames == 0) {
            throw new BadWebmException("it has no film");
        }
        double unit = timestampScale / 1e9;
        double seconds = duration > 0 ? duration * unit : lastTime * unit * frames / Math.max(1, frames - 1);
        var later = Arrays.copyOfRange(sizes, 1, Math.max(1, frames));
        Arrays.sort(later);
        return new WebmOutline(
                filmCodec, width, height, seconds, frames, sizes[0], later.length == 0 ? 0 : later[later.length / 2]);
    }

    /** Returns where the next element begins. */
    private long element(FileChannel file, long at) throws IOException {
        var header = bytes(file, at, LONGEST_HEADER);
        int id = id(header);
        if (!header.hasRemaining()) {
            throw new BadWebmException("it is cut off");
        }
        int length = Integer.numberOfLeadingZeros(header.get(header.position()) & 0xFF) - 23;
        if (length > 8 || header.remaining() < length) {
            throw new BadWebmException("it is damaged");
        }
        long size = number(header, length, true);
        long content = at + header.position();
        switch (id) {
            case SEGMENT, INFO, TRACKS, VIDEO, CLUSTER, BLOCK_GROUP -> {
                return content;
            }
            case TRACK_ENTRY -> {
                track = 0;
                trackCodec = "";
                return content;
            }
            default -> {
                if (content + size > file.size()) {
                    throw new BadWebmException("it is cut off");
                }
                value(id, bytes(file, content, (int) Math.min(size, LONGEST_VALUE)), size);
                return content + size;
            }
        }
    }

    private void value(int id, ByteBuffer value, long size) throws BadWebmException {
        int length = value.remaining();
        switch (id) {
            case TIMESTAMP_SCALE -> timestampScale = number(value, Math.min(8, length), false);
            case DURATION -> duration = length == 4 ? value.getFloat() : length == 8 ? value.getDouble() : 0;
            case TRACK_NUMBER -> track = number(value, Math.min(8, length), false);
            case CODEC_ID ->
                trackCodec = StandardCharsets.US_ASCII.decode(value).toString();
            case PIXEL_WIDTH -> {
                width = (int) number(value, Math.min(4, length), false);
                filmTrack = track;
                filmCodec = trackCodec;
            }
            case PIXEL_HEIGHT -> height = (int) number(value, Math.min(4, length), false);
            case CLUSTER_TIMESTAMP -> clusterTime = number(value, Math.min(8, length), false);
            case SIMPLE_BLOCK, BLOCK -> block(value, size);
            default -> {} // of no interest here
        }
    }

    private void block(ByteBuffer value, long size) throws BadWebmException {
        if (value.remaining() < 4) {
            throw new BadWebmException("a frame of it is cut off");
        }
        int length = Integer.numberOfLeadingZeros(value.get(0) & 0xFF) - 23;
        if (length > 1 || number(value, 1, true) != filmTrack) {
            return;
        }
        if (frames == MOST_FRAMES) {
            throw new BadWebmException("it has more than " + MOST_FRAMES + " frames");
        }
        lastTime = clusterTime + value.getShort();
        if (frames == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * frames);
        }
        sizes[frames++] = (int) Math.min(Integer.MAX_VALUE, size - 4);
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return buffer.flip();
    }

    /** An element's id keeps the bit that states its length. */
    private static int id(ByteBuffer header) throws BadWebmException {
        if (!header.hasRemaining()) {
            throw new BadWebmException("it is empty");
        }
        int length = Integer.numberOfLeadingZeros(header.get(header.position()) & 0xFF) - 23;
        if (length > 4 || header.remaining() < length) {
            throw new BadWebmException("it is damaged");
        }
        return (int) number(header, length, false);
    }

    /** Big-endian. @param marked whether the highest bit only states the length */
    private static long number(ByteBuffer bytes, int length, boolean marked) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            int next = bytes.get() & 0xFF;
            number = number << 8 | (i == 0 && marked ? next & 0xFF >> length : next);
        }
        return number;
    }
}
