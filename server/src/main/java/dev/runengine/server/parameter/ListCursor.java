package dev.runengine.server.parameter;

import dev.runengine.runtime.port.RunQueries.Cursor;
import java.time.Instant;
import java.util.UUID;

/** The place after a run, as text. */
public final class ListCursor {
    private ListCursor() {}

    public static String text(Cursor cursor) {
        return OpaqueText.of(cursor.createdAt() + " " + cursor.runId());
    }

    public static Cursor read(String text) {
        return OpaqueText.read(text, plain -> {
            var parts = plain.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a cursor");
            }
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        });
    }
}
