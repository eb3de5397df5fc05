package dev.runengine.core.json;

import java.util.function.Supplier;

/** A document is JSON, but not the JSON that was asked for. The message starts with the RFC 6901 pointer of the place. */
public final class JsonMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String pointer;
    private final String detail;

    public JsonMismatchException(JsonPointer at, String detail) {
        super((at.segments().isEmpty() ? "the document" : at.toString()) + ": " + detail);
        this.pointer = at.toString();
        this.detail = detail;
    }

    static JsonMismatchException kind(JsonPointer at, String expected, Json found) {
        return new JsonMismatchException(at, "expected " + expected + ", found " + found.kind());
    }

    /** Builds a value whose constructor refuses what makes no sense, and adds the place to such a refusal. */
    public static <T> T placing(JsonPointer at, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (JsonMismatchException placedAlready) {
            throw placedAlready;
        } catch (IllegalArgumentException refusal) {
            throw new JsonMismatchException(at, String.valueOf(refusal.getMessage()));
        }
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return detail;
    }
}
