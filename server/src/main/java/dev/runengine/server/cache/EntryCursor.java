package dev.runengine.server.cache;

import dev.runengine.runtime.port.CacheShelf.Cursor;
import dev.runengine.server.parameter.OpaqueText;

/** The place after an entry, as text. Neither workflow names nor step ids contain spaces. */
final class EntryCursor {
    private EntryCursor() {}

    static String text(Cursor cursor) {
        return OpaqueText.of(cursor.workflowName() + " " + cursor.stepId() + " " + cursor.id());
    }

    static Cursor read(String text) {
        return OpaqueText.read(text, plain -> {
            var parts = plain.split(" ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a cursor");
            }
            return new Cursor(parts[0], parts[1], Long.parseLong(parts[2]));
        });
    }
}
