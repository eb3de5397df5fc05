package dev.runengine.core.json;

/**
 * A double as ECMAScript writes it: the shortest digits that read back as the same double, laid out by the rules of
 * ECMA-262, Number::toString. {@link Double#toString(double)} gives those digits since JDK 19.
 */
final class EcmaNumber {
    private EcmaNumber() {}

    static void append(double value, StringBuilder out) {
        if (value == Math.rint(value) && Math.abs(value) <= Json.MAX_SAFE_INTEGER) {
            out.append((long) value);
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        var decimal = Decimal.of(Math.abs(value));
        int point = decimal.point();
        var digits = decimal.digits();
        int count = digits.length();
        if (count <= point && point <= 21) {
            out.append(digits).repeat('0', point - count);
        } else if (0 < point && point <= 21) {
            out.append(digits, 0, point).append('.').append(digits, point, count);
        } else if (-6 < point && point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else {
            appendExponent(digits, point - 1, out);
        }
    }

    private static void appendExponent(String digits, int exponent, StringBuilder out) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
    }

    /** The value 0.DIGITS times ten to the power of point, digits without zeros at either end. */
    private record Decimal(String digits, int point) {
        static Decimal of(double value) {
            var text = Double.toString(value);
            int e = text.indexOf('E');
            var mantissa = e < 0 ? text : text.substring(0, e);
            int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
            int dot = mantissa.indexOf('.');
            var all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
            int first = 0;
            while (all.charAt(first) == '0') {
                first++;
            }
            int end = all.length();
            while (all.charAt(end - 1) == '0') {
                end--;
            }
            return new Decimal(all.substring(first, end), dot - first + exponent);
        }
    }
}
