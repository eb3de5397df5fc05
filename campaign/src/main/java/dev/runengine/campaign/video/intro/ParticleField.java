package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Curves;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.random.SplitMix;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.IntStream;

/** Particles whose every movement takes a whole number of rounds per loop. */
final class ParticleField {
    /**
     * @param depth 0 far to 1 near: size, speed and how far the camera moves it
     * @param phase in turns, of all its swinging
     * @param crossings of the picture per loop
     * @param twinkles per loop
     */
    private record Particle(
            Sprite sprite, double x, double y, double depth, double phase, int crossings, int twinkles, int spin) {}

    private final int width;
    private final int height;
    private final double unit;
    private final Drift drift;
    private final List<Particle> particles;

    ParticleField(Particles kind, Rgb light, int width, int height, double loopSeconds, double speed, SplitMix random) {
        this.width = width;
        this.height = height;
        this.unit = Math.min(width, height) / 1000.0;
        this.drift = Drift.of(kind);
        var sprites = ParticleSprites.of(kind, light, Math.max(2, drift.maxRadius() * unit));
        this.particles = IntStream.range(0, drift.count())
                .mapToObj(_ -> particle(sprites, loopSeconds * Math.sqrt(speed), random))
                .toList();
    }

    private Particle particle(List<Sprite> sprites, double seconds, SplitMix random) {
        double depth = random.nextDouble() * random.between(0.3, 1);
        double crossings = drift.secondsToCross() == 0 ? 0 : seconds / drift.secondsToCross() * (0.7 + depth);
        return new Particle(
                random.pick(sprites),
                random.nextDouble(),
                random.nextDouble(),
                depth,
                random.nextDouble(),
                crossings == 0 ? 0 : (int) Math.max(1, Math.round(crossings)),
                (int) Math.max(1, Math.round(seconds / random.between(1.6, 4))),
                random.chance(0.5) ? 1 : -1);
    }

    /**
     * @param t 0 to 1 over the loop
     * @param cameraX how far the view has moved to the right, in widths
     */
    void draw(Graphics2D graphics, double t, double cameraX) {
        for (var particle : particles) {
            double opacity =
                    drift.opacity() * (1 - drift.twinkle() * Curves.swell(particle.twinkles * t + particle.phase));
            particle.sprite.draw(graphics, pose(particle, t, cameraX), opacity);
        }
    }

    private Pose pose(Particle p, double t, double cameraX) {
        double radius = unit * (drift.minRadius() + (drift.maxRadius() - drift.minRadius()) * p.depth);
        double way = p.y + (drift.rises() ? -t : t) * p.crossings;
        double y = (way - Math.floor(way)) * (height + 2 * radius) - radius;
        double sway = unit * drift.sway() * Curves.sin(Math.max(1, p.crossings) * t + p.phase);
        double x = p.x * width + sway - cameraX * width * (0.5 + 2 * p.depth);
        double angle = drift.turns() ? 2 * StrictMath.PI * (p.phase + p.spin * Math.max(1, p.crossings) * t) : 0;
        return new Pose(x, y, radius, angle);
    }
}
