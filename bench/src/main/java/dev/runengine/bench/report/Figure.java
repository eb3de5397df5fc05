package dev.runengine.bench.report;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param unit such as {@code ms}, {@code steps/s} or {@code MB} (10^6 bytes); empty for a count or a ratio
 */
public record Figure(String name, double value, String unit, Optional<Target> target) {

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty());
    }

    public Figure atMost(double bound) {
        return new Figure(name, value, unit, Optional.of(new Target(Target.Kind.AT_MOST, bound)));
    }

    public Figure atLeast(double bound) {
        return new Figure(name, value, unit, Optional.of(new Target(Target.Kind.AT_LEAST, bound)));
    }

    /** The value with its unit, as precise as a reader needs it. */
    public String shown() {
        return (number(value) + " " + unit).strip();
    }

    static String number(double value) {
        var pattern = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
