package dev.runengine.campaign.audio.opus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One page of an Ogg stream. @see <a href="https://www.rfc-editor.org/rfc/rfc3533#section-6">RFC 3533, section 6</a> */
final class OggPage {
    static final byte[] CAPTURE = "OggS".getBytes(StandardCharsets.US_ASCII);
    static final int FIRST = 2;
    static final int LAST = 4;
    static final int MAX_SEGMENTS = 255;
    static final int HEADER_BYTES = 27;

    private static final int CHECKSUM_AT = 22;
    private static final int SERIAL = 1;
    private static final int[] CRC = crcTable();

    private OggPage() {}

    /** How many entries of the segment table a packet takes. */
    static int segments(byte[] packet) {
        return packet.length / 255 + 1;
    }

    /** @param granule the stream's length in samples up to the end of this page, pre-skip included */
    static byte[] of(int flags, long granule, int sequence, List<byte[]> packets) {
        int segments = packets.stream().mapToInt(OggPage::segments).sum();
        int bytes = packets.stream().mapToInt(packet -> packet.length).sum();
        var page = ByteBuffer.allocate(HEADER_BYTES + segments + bytes).order(ByteOrder.LITTLE_ENDIAN);
        page.put(CAPTURE).put((byte) 0).put((byte) flags).putLong(granule);
        page.putInt(SERIAL).putInt(sequence).putInt(0).put((byte) segments);
        for (var packet : packets) {
            for (int full = packet.length / 255; full > 0; full--) {
                page.put((byte) 255);
            }
            page.put((byte) (packet.length % 255));
        }
        packets.forEach(page::put);
        return page.putInt(CHECKSUM_AT, checksum(page.array())).array();
    }

    private static int checksum(byte[] page) {
        int crc = 0;
        for (byte b : page) {
            crc = (crc << 8) ^ CRC[((crc >>> 24) ^ b) & 0xFF];
        }
        return crc;
    }

    private static int[] crcTable() {
        var table = new int[256];
        for (int i = 0; i < 256; i++) {
            int r = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                r = r < 0 ? (r << 1) ^ 0x04C11DB7 : r << 1;
            }
            table[i] = r;
        }
        return table;
    }
}
