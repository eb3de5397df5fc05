package dev.runengine.server.artifact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which bytes of a file are asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, Range Requests</a>
 */
sealed interface ByteRange {
    record Whole() implements ByteRange {}

    /** @param to inclusive */
    record Part(long from, long to) implements ByteRange {}

    record Unsatisfiable() implements ByteRange {}

    /** Eighteen digits fit in a long. */
    Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** What is no single range of bytes may be ignored (§14.2), and is. */
    static ByteRange of(Optional<String> header, long size) {
        var range = ONE_RANGE.matcher(header.orElse(""));
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new Whole();
        }
        return range.group(1).isEmpty()
                ? last(Long.parseLong(range.group(2)), size)
                : from(Long.parseLong(range.group(1)), range.group(2), size);
    }

    private static ByteRange last(long bytes, long size) {
        return bytes == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - bytes), size - 1);
    }

    private static ByteRange from(long first, String lastText, long size) {
        long last = lastText.isEmpty() ? Long.MAX_VALUE : Long.parseLong(lastText);
        if (last < first) {
            return new Whole(); // not a range at all
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }
}
