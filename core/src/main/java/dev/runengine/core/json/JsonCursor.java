package dev.runengine.core.json;

/** A text and how far it has been read. */
final class JsonCursor {
    static final char END = '\uFFFF';

    private final String text;
    private int at;

    JsonCursor(String text) {
        this.text = text;
    }

    /** The next character, not taken; {@link #END} behind the last, a code point that no text has. */
    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    char take() {
        char c = peek();
        at++;
        return c;
    }

    boolean takeIf(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    void skipWhitespace() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case ' ', '\n', '\r', '\t' -> at++;
                default -> {
                    return;
                }
            }
        }
    }

    /** Takes the word when the text goes on with it. */
    boolean takeWord(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int position() {
        return at;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    JsonRefusal refuse(String detail) {
        return refuse(at, detail);
    }

    JsonRefusal refuse(int position, String detail) {
        return new JsonRefusal(position, detail);
    }

    JsonRefusal unexpected(String expected) {
        return refuse("expected " + expected + ", found " + found());
    }

    private String found() {
        if (atEnd()) {
            return "the end of the text";
        }
        int c = text.codePointAt(at);
        return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : String.format("U+%04X", c);
    }
}
