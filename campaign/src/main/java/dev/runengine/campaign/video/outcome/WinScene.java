package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Camera;
import dev.runengine.campaign.effects.Curves;
import dev.runengine.campaign.effects.LightRays;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.webm.Animation;
import dev.runengine.campaign.webm.VideoFormat;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A flash, the emblem springs up, the title follows line by line, confetti flies. */
public final class WinScene implements Animation {
    private static final double IMPACT = 0.28;
    private static final int SPARKS = 14;

    private final Stage stage;
    private final Story story;
    private final BufferedImage backdrop;
    private final LightRays rays;
    private final Rgb light;
    private final Sprite emblem;
    private final Sprite spark;
    private final Title title;
    private final Title subtitle;
    private final Confetti confetti;
    private final double emblemY;

    public WinScene(Story story, VideoFormat format) {
        this.stage = Stage.of(format);
        this.story = story;
        var palette = story.palette();
        this.emblemY = stage.height() * story.emblemPlace();
        this.backdrop = Backdrop.paint(stage, palette, emblemY, story.motifs(), story.seed());
        this.light = palette.accent().mix(Rgb.WHITE, 0.3);
        this.rays = new LightRays(stage.width(), stage.height(), stage.width() / 2.0, emblemY);
        this.emblem = Emblem.of(story.motifs().getFirst(), palette.accent(), palette.rim(), stage.unit() * 0.34);
        this.spark = Sprite.sparkle(stage.unit() * 0.05, light);
        var fill = story.titleColour()
                .map(colour -> Ramp.of(colour.mix(Rgb.WHITE, 0.35), colour))
                .orElseGet(() -> Ramp.of(Rgb.WHITE, palette.accent().mix(Rgb.WHITE, 0.45)));
        this.title = Title.large(story.title(), titleRoom(), fill, palette.rim());
        this.subtitle = Title.small(story.subtitle().orElse(""), subtitleRoom(), Rgb.WHITE, palette.rim());
        this.confetti = new Confetti(stage, palette, story.motifs(), new SplitMix(story.seed()));
    }

    @Override
    public void draw(int frame, BufferedImage view) {
        double time = stage.time(frame);
        new Camera(1.02 + 0.1 * Curves.easeOut(Curves.progress(time, 0, 3)), 0, 0, 0, 0).shoot(backdrop, view);
        rays.shine(view, light, time * 0.45, 0.95 * Curves.smooth(Curves.progress(time, 0.1, 0.7)));
        try (var canvas = Canvas.over(view)) {
            var graphics = canvas.graphics();
            drawShockWave(canvas, time);
            drawEmblem(graphics, time);
            drawSparks(graphics, time);
            confetti.draw(graphics, time);
            drawTitle(graphics, time);
            drawFlash(canvas, time);
        }
    }

    private void drawShockWave(Canvas canvas, double time) {
        double growth = Curves.progress(time, IMPACT, IMPACT + 0.7);
        if (growth > 0 && growth < 1) {
            double radius = stage.height() * 0.7 * Curves.easeOut(growth);
            var ring = new Ellipse2D.Double(stage.width() / 2.0 - radius, emblemY - radius, 2 * radius, 2 * radius);
            canvas.stroke(ring, stage.unit() * 0.05 * (1 - growth) + 1, Canvas.ink(Rgb.WHITE, 0.6 * (1 - growth)));
        }
    }

    private void drawEmblem(Graphics2D graphics, double time) {
        double scale = Curves.elastic(Curves.progress(time, 0.08, 1.3));
        double rest = Curves.smooth(Curves.progress(time, 0.8, 1.6));
        double bob = stage.unit() * 0.015 * Curves.sin(time * 0.55) * rest;
        double centre = stage.width() / 2.0;
        double radius = stage.unit() * 0.34 * scale;
        emblem.draw(
                graphics,
                new Pose(centre, emblemY + bob, radius, 0.08 * rest * Curves.sin(time * 0.4)),
                Math.min(1, scale * 2));
    }

    private void drawSparks(Graphics2D graphics, double time) {
        for (int i = 0; i < SPARKS; i++) {
            double turns = i / (double) SPARKS + time * 0.04;
            double distance = stage.unit() * (0.3 + 0.17 * Curves.swell(i * 0.381 + time * 0.35));
            double opacity = Curves.swell(i * 0.618 + time * 0.9) * Curves.progress(time, 0.5, 1);
            var pose =
                    Pose.at(stage.width() / 2.0 + distance * Curves.cos(turns), emblemY + distance * Curves.sin(turns));
            spark.draw(graphics, pose.scaled(stage.unit() * (0.02 + 0.025 * opacity)), opacity);
        }
    }

    private void drawTitle(Graphics2D graphics, double time) {
        title.draw(graphics, line -> lineAt(time - 0.16 * line, line), 1);
        double shown = Curves.smooth(Curves.progress(time, 1.1, 1.5));
        subtitle.draw(graphics, _ -> new Pose(0, stage.unit() * 0.04 * (1 - shown), 1, 0), shown);
    }

    private Pose lineAt(double time, int line) {
        double pop = Curves.elastic(Curves.progress(time, IMPACT, IMPACT + 1.1));
        double rest = Curves.smooth(Curves.progress(time, 1.2, 1.9));
        double breath = 1 + 0.02 * rest * Curves.sin(time * 0.8);
        return new Pose(0, 0, pop * breath, 0.012 * rest * Curves.sin(time * 0.5 + line * 0.3));
    }

    private void drawFlash(Canvas canvas, double time) {
        double flash = time < IMPACT
                ? 0.25 * Curves.progress(time, IMPACT - 0.12, IMPACT)
                : 0.85 * (1 - Curves.easeOut(Curves.progress(time, IMPACT, IMPACT + 0.45)));
        if (flash > 0) {
            canvas.fill(new Rectangle2D.Double(0, 0, stage.width(), stage.height()), Rgb.WHITE, flash);
        }
    }

    private Rectangle2D titleRoom() {
        double height = stage.height() * 0.27;
        return new Rectangle2D.Double(
                stage.width() * 0.09, stage.height() * story.titlePlace() - height / 2, stage.width() * 0.82, height);
    }

    private Rectangle2D subtitleRoom() {
        var above = titleRoom();
        return new Rectangle2D.Double(
                stage.width() * 0.12,
                above.getMaxY() + stage.height() * 0.03,
                stage.width() * 0.76,
                stage.height() * 0.07);
    }
}
