package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Raster;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.ValueNoise;
import dev.runengine.campaign.random.SplitMix;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** The still picture behind a scene: light in the middle, soft clouds, the motifs as a faint pattern. */
final class Backdrop {
    private static final int PATTERN = 26;
    private static final int CLOUD_GRAIN = 6;

    private final Stage stage;
    private final Palette palette;
    private final double centreY;

    private Backdrop(Stage stage, Palette palette, double centreY) {
        this.stage = stage;
        this.palette = palette;
        this.centreY = centreY;
    }

    /** @param centreY where the light is, in pixels */
    static BufferedImage paint(Stage stage, Palette palette, double centreY, List<Motif> motifs, long seed) {
        var backdrop = new Backdrop(stage, palette, centreY);
        try (var canvas = Canvas.opaque(stage.width(), stage.height())) {
            backdrop.light(canvas);
            backdrop.clouds(canvas, seed);
            backdrop.pattern(canvas, motifs, new SplitMix(seed));
            backdrop.glow(canvas);
            backdrop.vignette(canvas);
            return canvas.image();
        }
    }

    private void light(Canvas canvas) {
        double reach = Math.sqrt((double) stage.width() * stage.width() + (double) stage.height() * stage.height());
        var ramp = Ramp.of(
                palette.primary().mix(Rgb.WHITE, 0.28),
                palette.primary(),
                palette.primary().mix(palette.deep(), 0.55),
                palette.deep());
        canvas.fill(everywhere(), ramp.radial(stage.width() / 2.0, centreY, reach * 0.62));
    }

    private void clouds(Canvas canvas, long seed) {
        int columns = Math.max(2, stage.width() / CLOUD_GRAIN);
        int rows = Math.max(2, stage.height() / CLOUD_GRAIN);
        var clouds = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        var pixels = Raster.pixels(clouds);
        var noise = new ValueNoise(seed);
        double scale = 4.5 / Math.min(columns, rows);
        int colour = palette.secondary().mix(Rgb.WHITE, 0.35).value();
        for (int i = 0; i < pixels.length; i++) {
            double thickness = noise.fractal(i % columns * scale, i / columns * scale, 4);
            pixels[i] = (int) (Math.clamp((thickness - 0.42) * 2.4, 0.0, 1.0) * 85) << 24 | colour;
        }
        canvas.draw(clouds, everywhere());
    }

    private void pattern(Canvas canvas, List<Motif> motifs, SplitMix random) {
        for (int i = 0; i < PATTERN; i++) {
            double x = random.nextDouble() * stage.width();
            double y = random.nextDouble() * stage.height();
            double radius = stage.unit() * random.between(0.03, 0.11);
            var shape = new Pose(x, y, radius, random.between(-0.6, 0.6))
                    .place(random.pick(motifs).shape(1));
            canvas.fill(shape, palette.accent().mix(Rgb.WHITE, 0.5), random.between(0.05, 0.13));
        }
    }

    private void glow(Canvas canvas) {
        var ramp = Ramp.fade(palette.accent().mix(Rgb.WHITE, 0.4), 0.5, 0);
        canvas.fill(everywhere(), ramp.radial(stage.width() / 2.0, centreY, stage.unit() * 0.62));
    }

    private void vignette(Canvas canvas) {
        // Opacities below 0 count as 0: the middle stays clear.
        var ramp = Ramp.fade(palette.deep().mix(Rgb.BLACK, 0.4), -0.3, 0.6);
        double radius = Math.max(stage.width(), stage.height()) * 0.7;
        canvas.fill(everywhere(), ramp.radial(stage.width() / 2.0, stage.height() * 0.48, radius));
    }

    private Rectangle2D everywhere() {
        return new Rectangle2D.Double(0, 0, stage.width(), stage.height());
    }
}
