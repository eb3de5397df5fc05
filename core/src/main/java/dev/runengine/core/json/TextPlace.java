package dev.runengine.core.json;

/** A place in a text as editors count: lines and columns from 1. */
record TextPlace(int line, int column) {
    static TextPlace endOf(String prefix) {
        int line = 1 + (int) prefix.chars().filter(c -> c == '\n').count();
        return new TextPlace(line, prefix.length() - prefix.lastIndexOf('\n'));
    }
}
