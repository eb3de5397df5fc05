package dev.runengine.campaign.video.intro;

/**
 * How a picture is set in motion. 1 is the usual strength of each part, 0 switches it off.
 *
 * @param energy strength of every movement
 * @param speed how often a movement repeats, relative to the usual
 * @param zoom the camera going nearer and back
 * @param sway the card turning
 * @param light rays and shine
 * @param pulse of the button
 */
public record MotionStyle(
        double energy, double speed, double zoom, double sway, double light, double pulse, Particles particles) {
    private static final double USUAL_SECONDS = 4;

    public static final MotionStyle USUAL = new MotionStyle(1, 1, 1, 1, 1, 1, Particles.SPARKLE);

    /** How often the movements repeat in a loop of this length: a whole number, or the ends would not meet. */
    public int cycles(double seconds) {
        return (int) Math.max(1, Math.round(seconds / USUAL_SECONDS * speed));
    }

    /** At the speed that repeats the movements this often in a loop of this length. */
    public MotionStyle withCycles(int cycles, double seconds) {
        return withSpeed(cycles * USUAL_SECONDS / seconds);
    }

    public MotionStyle withEnergy(double value) {
        return new MotionStyle(value, speed, zoom, sway, light, pulse, particles);
    }

    public MotionStyle withSpeed(double value) {
        return new MotionStyle(energy, value, zoom, sway, light, pulse, particles);
    }

    public MotionStyle withZoom(double value) {
        return new MotionStyle(energy, speed, value, sway, light, pulse, particles);
    }

    public MotionStyle withSway(double value) {
        return new MotionStyle(energy, speed, zoom, value, light, pulse, particles);
    }

    public MotionStyle withLight(double value) {
        return new MotionStyle(energy, speed, zoom, sway, value, pulse, particles);
    }

    public MotionStyle withPulse(double value) {
        return new MotionStyle(energy, speed, zoom, sway, light, value, particles);
    }

    public MotionStyle withParticles(Particles value) {
        return new MotionStyle(energy, speed, zoom, sway, light, pulse, value);
    }
}
