package dev.runengine.core.json;

/** What came of reading a text as JSON. */
public sealed interface JsonRead {
    record Parsed(Json value) implements JsonRead {}

    /**
     * @param pointer RFC 6901, the innermost value that was being read
     * @param line from 1
     * @param column from 1, in UTF-16 code units
     */
    record Refused(String pointer, int line, int column, String detail) implements JsonRead {
        public String message() {
            var where = pointer.isEmpty() ? "" : " (at " + pointer + ")";
            return "line " + line + ", column " + column + where + ": " + detail;
        }
    }
}
