package dev.runengine.core.json;

import java.math.BigDecimal;

/** Reads one number and refuses those that would come out as another one. */
final class JsonNumberParser {
    /** Every integer of so many digits is a double and fits a long. */
    private static final int EXACT_DIGITS = 15;

    private final JsonCursor cursor;

    JsonNumberParser(JsonCursor cursor) {
        this.cursor = cursor;
    }

    double read() {
        int start = cursor.position();
        cursor.takeIf('-');
        wholePart();
        boolean integer = !fraction() & !exponent();
        var literal = cursor.since(start);
        if (integer && literal.length() <= EXACT_DIGITS) {
            return Long.parseLong(literal);
        }
        double value = Double.parseDouble(literal);
        if (Double.isInfinite(value)) {
            throw cursor.refuse(start, "the number " + shortened(literal) + " is beyond the largest double");
        }
        if (integer && Math.abs(value) >= Json.MAX_SAFE_INTEGER && !standsFor(value, literal)) {
            throw cursor.refuse(
                    start, "no double holds the integer " + shortened(literal) + " exactly; write it as a string");
        }
        return value;
    }

    private void wholePart() {
        if (!cursor.takeIf('0')) {
            digits("a digit");
        } else if (isDigit(cursor.peek())) {
            throw cursor.refuse("a number has no leading zeros");
        }
    }

    private boolean fraction() {
        if (!cursor.takeIf('.')) {
            return false;
        }
        digits("a digit after the decimal point");
        return true;
    }

    private boolean exponent() {
        if (!cursor.takeIf('e') && !cursor.takeIf('E')) {
            return false;
        }
        if (!cursor.takeIf('+')) {
            cursor.takeIf('-');
        }
        digits("a digit of the exponent");
        return true;
    }

    private void digits(String expected) {
        if (!isDigit(cursor.peek())) {
            throw cursor.unexpected(expected);
        }
        while (isDigit(cursor.peek())) {
            cursor.take();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean standsFor(double value, String literal) {
        return new BigDecimal(value).compareTo(new BigDecimal(literal)) == 0
                || CanonicalJson.text(Json.of(value)).equals(literal);
    }

    private static String shortened(String literal) {
        return literal.length() <= 40 ? literal : literal.substring(0, 37) + "...";
    }
}
