package dev.runengine.campaign.forked;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last bytes of a stream of any length. */
final class Tail {
    static final int LENGTH = 8192;

    private Tail() {}

    /** Reads to the end of the stream. */
    static String read(InputStream in) throws IOException {
        var kept = new byte[2 * LENGTH];
        int length = 0;
        for (int n; (n = in.read(kept, length, kept.length - length)) >= 0; ) {
            length += n;
            if (length == kept.length) {
                System.arraycopy(kept, LENGTH, kept, 0, LENGTH);
                length = LENGTH;
            }
        }
        var tail = Arrays.copyOfRange(kept, Math.max(0, length - LENGTH), length);
        return new String(tail, StandardCharsets.UTF_8);
    }
}
