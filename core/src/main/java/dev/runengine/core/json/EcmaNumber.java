package dev.runengine.core.json;

/**
 * A double as ECMAScript writes it: the shortest digits that read back as the same double, laid out by the rules of
 * ECMA-262, Number::toString. {@link Double#toString(double)} gives those digits since JDK 19,
 * with one exception.
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
            return new Decimal(all.substring(first, end), dot - first + exponent).shortest(value);
        }

        /**
         * Double.toString prefers two digits over one when two come closer, as ECMAScript does not; it shows only among
         * the smallest subnormals, where neighbours are that far apart: 4.9E-324 is 5e-324.
         */
        private Decimal shortest(double value) {
            if (digits.length() != 2 || value >= Double.MIN_NORMAL) {
                return this;
            }
            int tens = digits.charAt(0) - '0';
            boolean up = digits.charAt(1) >= '5';
            var rounded = tens + (up ? 1 : 0);
            var shorter = rounded == 10 ? new Decimal("1", point + 1) : new Decimal(Integer.toString(rounded), point);
            return shorter.value() == value ? shorter : this;
        }

        private double value() {
            return Double.parseDouble("0." + digits + "e" + point);
        }
    }
}
