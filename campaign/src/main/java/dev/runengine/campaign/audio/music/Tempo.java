package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Signal;

/**
 * Where steps lie in time. Counted from the start with one rounding, so a long piece does not drift.
 *
 * @param swing by how much the first of two units is longer
 * @param swingUnit in steps
 */
record Tempo(double bpm, double swing, int swingUnit) {
    static final int BEATS = 4;

    double beatSeconds() {
        return 60 / bpm;
    }

    double barSeconds() {
        return BEATS * beatSeconds();
    }

    double stepSeconds() {
        return barSeconds() / Pattern.STEPS;
    }

    int frame(int bar, double step) {
        return (int) Math.round((bar * barSeconds() + swung(step) * stepSeconds()) * Signal.RATE);
    }

    private double swung(double step) {
        double pair = 2.0 * swingUnit;
        double within = step % pair;
        double moved = within < swingUnit
                ? within * (1 + swing)
                : swingUnit * (1 + swing) + (within - swingUnit) * (1 - swing);
        return step - within + moved;
    }
}
