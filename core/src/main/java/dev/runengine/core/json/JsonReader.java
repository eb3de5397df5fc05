package dev.runengine.core.json;

import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The only way JSON text comes in. Strict: what two readers could understand differently is refused, with its place:
 * duplicate names, lone surrogates, U+0000, numbers beyond the doubles, integers that no double holds exactly.
 *
 * <p>One exception keeps every canonical text readable: beyond 2^53 RFC 8785 writes a double in its shortest digits
 * padded with zeros, so an integer in exactly that form stands for that double.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, JSON</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493">RFC 7493, I-JSON</a>
 */
public final class JsonReader {
    private JsonReader() {}

    public static JsonRead read(byte[] utf8) {
        return read(utf8, JsonLimits.DEFAULT);
    }

    public static JsonRead read(byte[] utf8, JsonLimits limits) {
        if (utf8.length > limits.maxLength()) {
            return tooLong(utf8.length, "bytes", limits);
        }
        var text = new String(utf8, StandardCharsets.UTF_8);
        // Decoding puts U+FFFD in place of what is malformed; only a text that has one needs the slow, exact look.
        return text.indexOf('\uFFFD') >= 0 && !isWellFormed(utf8)
                ? malformed(utf8)
                : new JsonParser(text, limits.maxDepth()).read();
    }

    public static JsonRead read(String text) {
        return read(text, JsonLimits.DEFAULT);
    }

    public static JsonRead read(String text, JsonLimits limits) {
        return text.length() > limits.maxLength()
                ? tooLong(text.length(), "characters", limits)
                : new JsonParser(text, limits.maxDepth()).read();
    }

    /**
     * For text that the program itself holds, where a refusal is a bug.
     *
     * @throws IllegalArgumentException when the text is refused
     */
    public static Json parse(String text) {
        return switch (read(text)) {
            case Parsed(Json value) -> value;
            case Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    private static Refused tooLong(int length, String unit, JsonLimits limits) {
        return new Refused(
                "", 1, 1, "the text has " + length + " " + unit + ", at most " + limits.maxLength() + " are read");
    }

    private static boolean isWellFormed(byte[] utf8) {
        return wellFormedPrefix(utf8).position() == utf8.length;
    }

    private static Refused malformed(byte[] utf8) {
        var good = wellFormedPrefix(utf8);
        var place = TextPlace.endOf(new String(utf8, 0, good.position(), StandardCharsets.UTF_8));
        return new Refused(
                "", place.line(), place.column(), "byte " + (good.position() + 1) + " of the text is not UTF-8");
    }

    /** The bytes, positioned behind the last that is well-formed. */
    private static ByteBuffer wellFormedPrefix(byte[] utf8) {
        var bytes = ByteBuffer.wrap(utf8);
        // A fresh decoder reports instead of replacing, and stops in front of the malformed sequence.
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(utf8.length), true);
        return bytes;
    }
}
