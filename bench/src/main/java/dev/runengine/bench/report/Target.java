package dev.runengine.bench.report;

/** What is wanted of a figure. */
public record Target(Kind kind, double bound) {
    public enum Kind {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    public boolean metBy(double value) {
        return factor(value) <= 1;
    }

    /** How many times worse than wanted a value is; below 1 it is better. */
    public double factor(double value) {
        return switch (kind) {
            case AT_MOST -> value / bound;
            case AT_LEAST -> bound / value;
        };
    }

    @Override
    public String toString() {
        return kind.sign + " " + Figure.number(bound);
    }
}
