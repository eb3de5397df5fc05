package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.random.SplitMix;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/** Slanting rain in three distances, and rings where drops meet the ground. */
final class Rain {
    private static final int DROPS = 120;
    private static final int RINGS = 16;
    private static final double RING_SECONDS = 0.8;
    private static final double SLANT = 0.12;

    /** @param speed in heights per second */
    private record Drop(double x, double phase, double speed, double radius, double opacity) {}

    private record Ring(double x, double y, double phase) {}

    private final Stage stage;
    private final Sprite streak;
    private final List<Drop> drops = new ArrayList<>();
    private final List<Ring> rings = new ArrayList<>();

    Rain(Stage stage, SplitMix random) {
        this.stage = stage;
        double radius = stage.unit() * 0.06;
        var drop = new Ellipse2D.Double(-radius * 0.035, -radius, radius * 0.07, radius * 2);
        this.streak = Sprite.drawn(
                radius,
                canvas -> canvas.fill(drop, Ramp.fade(new Rgb(0xdcebff), 0, 0.9).vertical(-radius, radius)));
        for (int i = 0; i < DROPS; i++) {
            double near = (i % 3 + 1) / 3.0;
            drops.add(new Drop(
                    random.between(-0.15, 1.15),
                    random.nextDouble(),
                    (0.75 + 0.7 * near) * random.between(0.9, 1.1),
                    stage.unit() * 0.06 * near,
                    0.2 + 0.4 * near));
        }
        for (int i = 0; i < RINGS; i++) {
            rings.add(new Ring(random.nextDouble(), random.between(0.9, 0.99), random.nextDouble()));
        }
    }

    /** @param strength 0 to 1 */
    void draw(Canvas canvas, double time, double strength) {
        double angle = StrictMath.atan(SLANT);
        for (var drop : drops) {
            double way = drop.phase + time * drop.speed;
            double down = way - Math.floor(way);
            double x = stage.width() * drop.x + stage.height() * SLANT * (0.5 - down);
            double y = down * (stage.height() + 2 * drop.radius) - drop.radius;
            streak.draw(canvas.graphics(), new Pose(x, y, drop.radius, angle), drop.opacity * strength);
        }
        for (var ring : rings) {
            double way = ring.phase + time / RING_SECONDS;
            draw(canvas, ring, way - Math.floor(way), strength);
        }
    }

    private void draw(Canvas canvas, Ring ring, double age, double strength) {
        double radius = stage.unit() * (0.01 + 0.045 * age);
        var ellipse = new Ellipse2D.Double(
                stage.width() * ring.x - radius, stage.height() * ring.y - radius * 0.3, 2 * radius, radius * 0.6);
        canvas.stroke(
                ellipse, Math.max(1, stage.unit() * 0.004), Canvas.ink(new Rgb(0xdcebff), 0.5 * (1 - age) * strength));
    }
}
