package dev.runengine.campaign.video.intro;

/**
 * How one kind of particle moves and how large it is.
 *
 * @param count at the usual size of a picture
 * @param minRadius in thousandths of the picture's shorter side
 * @param maxRadius the same
 * @param secondsToCross the picture from edge to edge, for a particle of middling size; 0 stays where it is
 * @param rises instead of falling
 * @param sway to the sides, in thousandths of the shorter side
 * @param turns whether it turns round itself
 * @param twinkle how much of its opacity comes and goes, 0 to 1
 * @param opacity at its strongest
 */
record Drift(
        int count,
        double minRadius,
        double maxRadius,
        double secondsToCross,
        boolean rises,
        double sway,
        boolean turns,
        double twinkle,
        double opacity) {

    static Drift of(Particles kind) {
        return switch (kind) {
            case NONE -> new Drift(0, 1, 1, 0, false, 0, false, 0, 0);
            case SPARKLE -> new Drift(40, 9, 48, 0, false, 6, false, 1, 1);
            case SNOW -> new Drift(110, 4, 17, 5.5, false, 26, true, 0.1, 0.95);
            case RAIN -> new Drift(110, 14, 44, 0.9, false, 0, false, 0, 0.5);
            case CONFETTI -> new Drift(60, 10, 20, 3.2, false, 24, true, 0, 1);
            case HEARTS -> new Drift(26, 12, 34, 5, true, 22, false, 0.3, 0.95);
            case BUBBLES -> new Drift(30, 10, 56, 6.5, true, 18, false, 0.5, 0.55);
            case EMBERS -> new Drift(60, 4, 13, 4, true, 30, false, 0.8, 1);
            case LEAVES -> new Drift(24, 16, 34, 4.5, false, 46, true, 0, 0.95);
        };
    }
}
