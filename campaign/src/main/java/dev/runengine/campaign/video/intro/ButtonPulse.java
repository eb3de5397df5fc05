package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Camera;
import dev.runengine.campaign.effects.Curves;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The start button, cut out of the picture, beating gently in a halo, a gleam running over it once per beat. */
final class ButtonPulse {
    private static final double GROWTH = 0.045;
    /** The part of a beat in which the gleam runs. */
    private static final double GLEAM_SHARE = 0.45;

    private final Rectangle2D bounds;
    private final BufferedImage patch;
    private final BufferedImage gleaming;
    private final Sprite halo;
    private final double strength;

    /** @param bounds on the card, in pixels */
    ButtonPulse(BufferedImage card, Rectangle2D bounds, Rgb light, double strength) {
        this.bounds = bounds;
        this.patch = cutOut(card, bounds);
        this.gleaming = Canvas.transparent(patch.getWidth(), patch.getHeight()).image();
        this.halo = Sprite.glow(64, light.mix(Rgb.WHITE, 0.5));
        this.strength = strength;
    }

    /** @param beat in turns */
    void draw(Graphics2D graphics, Camera camera, int width, int height, double beat) {
        double swell = Curves.swell(beat) * strength;
        var centre = camera.seen(bounds.getCenterX(), bounds.getCenterY(), width, height);
        drawHalo(graphics, centre.getX(), centre.getY(), swell);
        drawGleam(beat - Math.floor(beat));
        var placed = new Pose(centre.getX(), centre.getY(), camera.zoom() * (1 + GROWTH * swell), 0).transform();
        placed.translate(-patch.getWidth() / 2.0, -patch.getHeight() / 2.0);
        graphics.drawImage(gleaming, placed, null);
    }

    private void drawHalo(Graphics2D graphics, double x, double y, double swell) {
        var stretched = AffineTransform.getTranslateInstance(x, y);
        stretched.scale(bounds.getWidth() * 0.78, bounds.getHeight() * 1.35);
        halo.draw(graphics, stretched, 0.18 + 0.4 * swell);
    }

    private void drawGleam(double beat) {
        var graphics = gleaming.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(patch, 0, 0, null);
        if (beat < GLEAM_SHARE) {
            double h = patch.getHeight();
            double x = -h * 1.6 + (patch.getWidth() + h * 2.2) * Curves.smooth(beat / GLEAM_SHARE);
            var band = new Path2D.Double();
            band.moveTo(x, h);
            band.lineTo(x + h * 0.5, 0);
            band.lineTo(x + h * 1.2, 0);
            band.lineTo(x + h * 0.7, h);
            band.closePath();
            graphics.setComposite(AlphaComposite.SrcAtop);
            graphics.setPaint(Canvas.ink(Rgb.WHITE, 0.38 * Math.min(1, strength)));
            graphics.fill(band);
        }
        graphics.dispose();
    }

    /** With round ends and soft edges: the box of a pill holds some of the picture in its corners. */
    private static BufferedImage cutOut(BufferedImage card, Rectangle2D bounds) {
        int width = (int) Math.round(bounds.getWidth());
        int height = (int) Math.round(bounds.getHeight());
        try (var canvas = Canvas.transparent(width, height)) {
            double round = Math.min(width, height) * 0.9;
            canvas.fill(new RoundRectangle2D.Double(0, 0, width, height, round, round), Rgb.WHITE);
            canvas.graphics().setComposite(AlphaComposite.SrcIn);
            canvas.graphics().drawImage(card, (int) -Math.round(bounds.getX()), (int) -Math.round(bounds.getY()), null);
            return canvas.image();
        }
    }
}
