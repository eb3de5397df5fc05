package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Camera;
import dev.runengine.campaign.effects.Curves;
import dev.runengine.campaign.effects.LightRays;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.webm.Animation;
import dev.runengine.campaign.webm.VideoFormat;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A loop without a seam: every movement makes a whole number of rounds, so the frame after the last one would be the
 * first one.
 */
public final class IntroLoop implements Animation {
    private static final double ZOOM = 0.035;
    private static final double TURN = 0.008;
    private static final double SHIFT = 0.008;
    private static final double LIGHT = 0.3;
    /** Light comes from above the middle, where pictures have their subject. */
    private static final double LIGHT_Y = 0.42;

    private final BufferedImage card;
    private final VideoFormat format;
    private final MotionStyle style;
    private final int cycles;
    private final Rgb light;
    private final LightRays rays;
    private final ParticleField particles;
    private final Optional<ButtonPulse> button;

    /**
     * @param card of the video's size, TYPE_INT_RGB; must not change any more
     * @param button its place on the card in pixels, if it has one
     */
    public IntroLoop(
            BufferedImage card, VideoFormat format, MotionStyle style, Optional<Rectangle2D> button, long seed) {
        this.card = card;
        this.format = format;
        this.style = style;
        this.cycles = style.cycles(format.seconds());
        this.light = LightColour.of(card).mix(Rgb.WHITE, 0.5);
        this.rays = new LightRays(format.width(), format.height(), format.width() / 2.0, format.height() * LIGHT_Y);
        this.particles = new ParticleField(
                style.particles(),
                light,
                format.width(),
                format.height(),
                format.seconds(),
                style.speed(),
                new SplitMix(seed));
        this.button = style.pulse() == 0
                ? Optional.empty()
                : button.map(bounds -> new ButtonPulse(card, bounds, light, style.pulse()));
    }

    @Override
    public void draw(int frame, BufferedImage view) {
        double t = (double) frame / format.frames();
        var camera = camera(cycles * t);
        camera.shoot(card, view);
        if (style.light() > 0) {
            rays.shine(view, light, cycles * t, LIGHT * style.light() * (0.8 + 0.2 * Curves.cos(cycles * t)));
        }
        try (var canvas = Canvas.over(view)) {
            particles.draw(canvas.graphics(), t, camera.shiftX());
            button.ifPresent(
                    pulse -> pulse.draw(canvas.graphics(), camera, format.width(), format.height(), beats() * t));
        }
    }

    /** The card swings round a circle while the camera goes nearer and back. */
    private Camera camera(double turns) {
        double turn = TURN * style.sway() * style.energy();
        double shift = SHIFT * style.sway() * style.energy();
        double near = Camera.closeEnough(turn, turn, shift);
        double zoom = near * (1 + ZOOM * style.zoom() * style.energy() * Curves.swell(turns));
        double side = Curves.sin(turns);
        double upDown = Curves.cos(turns);
        return new Camera(zoom, turn * side, turn * upDown, shift * side, shift * 0.6 * upDown);
    }

    /** A button beats about every two seconds. */
    private int beats() {
        return 2 * cycles;
    }
}
