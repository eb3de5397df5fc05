package dev.runengine.store.journal;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way to {@code json_to_recordset}: one parameter for all of them, since an array a column costs the server a
 * table of its own each. What a row does not have is null in the database.
 */
final class Rows {
    private final StringBuilder text = new StringBuilder("[");

    boolean isEmpty() {
        return text.length() == 1;
    }

    /** Starts the next row. */
    Row row() {
        text.append(isEmpty() ? "{" : "},{");
        return new Row();
    }

    String json() {
        return isEmpty() ? "[]" : text + "}]";
    }

    /** The row that was started last. */
    final class Row {
        private boolean first = true;

        /** @param value as PostgreSQL reads it, bytes excepted: an instant, an identifier, the text of an array */
        Row with(String column, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            text.append(first ? "\"" : ",\"").append(column).append("\":");
            first = false;
            switch (value) {
                case Number number -> text.append(number);
                case Boolean truth -> text.append(truth);
                case byte[] bytes -> {
                    text.append("\"\\\\x");
                    HexFormat.of().formatHex(text, bytes);
                    text.append('"');
                }
                default -> text.append(CanonicalJson.text(Json.of(value.toString())));
            }
            return this;
        }
    }
}
