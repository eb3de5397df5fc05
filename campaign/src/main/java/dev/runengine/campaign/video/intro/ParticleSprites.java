package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Ramp;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** The looks of each kind of particle, drawn once. */
final class ParticleSprites {
    private ParticleSprites() {}

    /** @param radius in pixels of the largest one */
    static List<Sprite> of(Particles kind, Rgb light, double radius) {
        return switch (kind) {
            case NONE -> List.of();
            case SPARKLE -> List.of(Sprite.sparkle(radius, light), Sprite.sparkle(radius, Rgb.WHITE));
            case SNOW ->
                List.of(
                        Sprite.glow(radius, Rgb.WHITE),
                        Sprite.bokeh(radius, Rgb.WHITE),
                        Sprite.flat(Motif.SNOW.shape(1), radius, Rgb.WHITE));
            case RAIN -> List.of(streak(radius));
            case CONFETTI ->
                colours(light)
                        .map(colour -> Sprite.flat(paper(), radius, colour))
                        .toList();
            case HEARTS ->
                Stream.of(0xff4d6d, 0xff8fa3, 0xffffff)
                        .map(colour -> glossy(Motif.HEART, radius, new Rgb(colour)))
                        .toList();
            case BUBBLES -> List.of(bubble(radius, light), bubble(radius, Rgb.WHITE));
            case EMBERS -> List.of(Sprite.glow(radius, new Rgb(0xffb347)), Sprite.glow(radius, new Rgb(0xff7a3c)));
            case LEAVES ->
                Stream.of(0xd9822b, 0xb5492a, 0xe8b84a)
                        .map(colour -> glossy(Motif.LEAF, radius, new Rgb(colour)))
                        .toList();
        };
    }

    private static Stream<Rgb> colours(Rgb light) {
        return Stream.of(light, new Rgb(0xffd447), new Rgb(0xff5d8f), new Rgb(0x49d6ff), Rgb.WHITE);
    }

    private static Rectangle2D paper() {
        return new Rectangle2D.Double(-0.9, -0.5, 1.8, 1);
    }

    private static Sprite glossy(Motif motif, double radius, Rgb colour) {
        var ramp = Ramp.of(colour.mix(Rgb.WHITE, 0.35), colour);
        return Sprite.drawn(radius, canvas -> canvas.fill(motif.shape(radius), ramp.vertical(-radius, radius)));
    }

    private static Sprite streak(double radius) {
        var drop = new Ellipse2D.Double(-radius * 0.035, -radius, radius * 0.07, radius * 2);
        var ramp = Ramp.fade(new Rgb(0xdcebff), 0, 0.95);
        return Sprite.drawn(radius, canvas -> canvas.fill(drop, ramp.vertical(-radius, radius)));
    }

    private static Sprite bubble(double radius, Rgb colour) {
        var disc = new Ellipse2D.Double(-radius * 0.94, -radius * 0.94, radius * 1.88, radius * 1.88);
        var gleam = new Ellipse2D.Double(-radius * 0.5, -radius * 0.6, radius * 0.4, radius * 0.3);
        return Sprite.drawn(radius, canvas -> {
            canvas.fill(disc, Ramp.fade(colour, 0.1, 0.5).radial(0, 0, radius));
            canvas.stroke(disc, Math.max(1, radius * 0.05), Canvas.ink(Rgb.WHITE, 0.8));
            canvas.fill(gleam, Rgb.WHITE, 0.8);
        });
    }
}
