package dev.runengine.campaign.paint;

/** Smooth noise on the plane, from 0 to 1, with a feature about every unit. Endless and specified by its seed. */
public record ValueNoise(long seed) {
    /** One octave. */
    public double at(double x, double y) {
        return octave(0, x, y);
    }

    /** Octaves of half the size and half the weight each (fractal Brownian motion), still from 0 to 1. */
    public double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        double frequency = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * octave(octave, x * frequency, y * frequency);
            weights += weight;
            weight /= 2;
            // Not quite 2, or the lattices of the octaves would lie on each other and show.
            frequency *= 2.03;
        }
        return sum / weights;
    }

    private double octave(int octave, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double across = eased(x - column);
        double down = eased(y - row);
        double top = mix(lattice(octave, column, row), lattice(octave, column + 1, row), across);
        double bottom = mix(lattice(octave, column, row + 1), lattice(octave, column + 1, row + 1), across);
        return mix(top, bottom, down);
    }

    private double lattice(int octave, int column, int row) {
        long z = seed + octave * 0xD1342543DE82EF95L + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
