package dev.runengine.core.json;

/** Reads one string, from its opening to its closing quote. */
final class JsonStringParser {
    private final JsonCursor cursor;

    JsonStringParser(JsonCursor cursor) {
        this.cursor = cursor;
    }

    String read() {
        int opening = cursor.position();
        cursor.take();
        int start = cursor.position();
        boolean plain = skipPlain();
        var text = plain && cursor.peek() == '"' ? cursor.since(start) : unescaped(start);
        cursor.take();
        if (!plain || text.length() != cursor.position() - start - 1) {
            refuseUnlessInteroperable(text, opening);
        }
        return text;
    }

    /** Stops at a quote, an escape or a control character; false when it came past a surrogate. */
    private boolean skipPlain() {
        boolean plain = true;
        for (char c = cursor.peek(); c != '"' && c != '\\' && c >= ' ' && !cursor.atEnd(); c = cursor.peek()) {
            plain &= !Character.isSurrogate(c);
            cursor.take();
        }
        return plain;
    }

    private String unescaped(int start) {
        var text = new StringBuilder(cursor.since(start));
        while (cursor.peek() != '"') {
            if (cursor.atEnd()) {
                throw cursor.refuse("the string has no closing quote");
            }
            if (cursor.takeIf('\\')) {
                text.append(escape());
            } else if (cursor.peek() < ' ') {
                throw cursor.refuse(String.format(
                        "a string cannot hold the control character U+%04X; write it as an escape",
                        (int) cursor.peek()));
            } else {
                text.append(cursor.take());
            }
        }
        return text.toString();
    }

    private char escape() {
        char c = cursor.take();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw cursor.refuse(cursor.position() - 1, "a \\ is followed by one of \" \\ / b f n r t u");
        };
    }

    private char hex() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(cursor.peek(), 16);
            // Character.digit knows the digits of every script, JSON only those of ASCII.
            if (digit < 0 || cursor.peek() > 'f') {
                throw cursor.unexpected("four hex digits after \\u");
            }
            code = code << 4 | digit;
            cursor.take();
        }
        return (char) code;
    }

    private void refuseUnlessInteroperable(String text, int opening) {
        InteroperableJson.problemOf(text).ifPresent(problem -> {
            throw cursor.refuse(opening, problem);
        });
    }
}
