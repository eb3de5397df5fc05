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
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The colours drain, it rains, the title drops in; at the end some light comes through. */
public final class LoseScene implements Animation {
    private final Stage stage;
    private final Story story;
    private final BufferedImage bright;
    private final BufferedImage dull;
    private final BufferedImage blend;
    private final LightRays rays;
    private final Rgb light;
    private final Sprite emblem;
    private final Title title;
    private final Title subtitle;
    private final Rain rain;

    public LoseScene(Story story, VideoFormat format) {
        this.stage = Stage.of(format);
        this.story = story;
        var faded = story.palette().faded();
        double middle = stage.height() * story.emblemPlace();
        this.bright = Backdrop.paint(stage, story.palette(), middle, story.motifs(), story.seed());
        this.dull = Backdrop.paint(stage, faded, middle, story.motifs(), story.seed());
        this.blend = new BufferedImage(stage.width(), stage.height(), BufferedImage.TYPE_INT_RGB);
        this.light = story.palette().accent().mix(Rgb.WHITE, 0.5);
        this.rays = new LightRays(stage.width(), stage.height(), stage.width() / 2.0, -stage.height() * 0.12);
        var rim = faded.rim();
        this.emblem = Emblem.of(
                story.motifs().getFirst(),
                faded.accent().mix(story.palette().accent(), 0.25).mix(Rgb.WHITE, 0.2),
                rim,
                stage.unit() * 0.3);
        var fill = story.titleColour()
                .map(colour -> Ramp.of(colour.mix(Rgb.WHITE, 0.3), colour))
                .orElseGet(() -> Ramp.of(Rgb.WHITE, new Rgb(0xb4c3d9)));
        this.title = Title.large(story.title(), titleRoom(), fill, rim);
        this.subtitle = Title.small(story.subtitle().orElse(""), subtitleRoom(), Rgb.WHITE, rim);
        this.rain = new Rain(stage, new SplitMix(story.seed()));
    }

    @Override
    public void draw(int frame, BufferedImage view) {
        double time = stage.time(frame);
        double gloom = Curves.smooth(Curves.progress(time, 0.1, 0.8));
        double zoom = 1.1 - 0.06 * Curves.smooth(Curves.progress(time, 0, 3));
        new Camera(zoom, 0, 0, 0, 0).shoot(drained(gloom), view);
        rays.shine(view, light, time * 0.15, 1.3 * Curves.smooth(Curves.progress(time, 1.5, 2.7)));
        try (var canvas = Canvas.over(view)) {
            var graphics = canvas.graphics();
            drawEmblem(graphics, time);
            rain.draw(canvas, time, gloom);
            drawTitle(graphics, time);
        }
    }

    private BufferedImage drained(double gloom) {
        if (gloom == 1) {
            return dull;
        }
        try (var canvas = Canvas.over(blend)) {
            canvas.graphics().drawImage(bright, 0, 0, null);
            canvas.graphics().setComposite(AlphaComposite.SrcOver.derive((float) gloom));
            canvas.graphics().drawImage(dull, 0, 0, null);
            return blend;
        }
    }

    /** Falls, lands at a slant and rocks to rest. */
    private void drawEmblem(Graphics2D graphics, double time) {
        double fall = Curves.bounce(Curves.progress(time, 0.15, 1.15));
        double rock = Curves.progress(time, 0.5, 2.4);
        double angle = -0.2 + 0.16 * (1 - rock) * Curves.sin(time * 1.3);
        double y = stage.height() * (-0.2 + (story.emblemPlace() + 0.2) * fall);
        emblem.draw(graphics, new Pose(stage.width() / 2.0, y, stage.unit() * 0.3, angle), 1);
    }

    private void drawTitle(Graphics2D graphics, double time) {
        title.draw(
                graphics,
                line -> lineAt(time - 0.14 * (title.lineCount() - 1 - line), line),
                Curves.progress(time, 0.35, 0.6));
        double shown = Curves.smooth(Curves.progress(time, 1.3, 1.8));
        subtitle.draw(graphics, _ -> new Pose(0, stage.unit() * 0.03 * (1 - shown), 1, 0), shown);
    }

    private Pose lineAt(double time, int line) {
        double drop = Curves.bounce(Curves.progress(time, 0.4, 1.3));
        double sway = 0.014 * Curves.sin(time * 0.32 + line * 0.2) * Curves.progress(time, 1.2, 1.8);
        return new Pose(0, -stage.height() * 0.3 * (1 - drop), 1, sway);
    }

    private Rectangle2D titleRoom() {
        double height = stage.height() * 0.24;
        return new Rectangle2D.Double(
                stage.width() * 0.1, stage.height() * story.titlePlace() - height / 2, stage.width() * 0.8, height);
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
