package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.ValueNoise;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is above the ground: gradients, light and weather, each a layer of its own. */
final class Sky {
    private static final int CLOUD_GRAIN = 6;
    /** Of a clear sky, in OKLCH degrees. */
    private static final double SKY_HUE = 230;

    private static final double LEAST_SKY_CHROMA = 0.11;

    private final Stage stage;
    private final double x;
    private final double y;

    Sky(Stage stage, double centreX, double centreY) {
        this.stage = stage;
        this.x = centreX;
        this.y = centreY;
    }

    double centreX() {
        return x;
    }

    double centreY() {
        return y;
    }

    /** By day the light colour of the palette lies at the horizon, by night its dark colour overhead. */
    void day() {
        var palette = stage.palette();
        if (palette.isDark()) {
            gradient(palette.background(), palette.background().mix(palette.primary(), 0.55), palette.primary());
        } else {
            var sky = OkLab.of(bluest());
            var overhead = OkLab.ofLch(0.7, Math.max(sky.chroma(), LEAST_SKY_CHROMA), sky.hue())
                    .toRgb();
            gradient(overhead, overhead.mix(palette.background(), 0.7), palette.background());
        }
    }

    /** The colour of the palette that a sky could have. */
    private Rgb bluest() {
        var palette = stage.palette();
        return Stream.of(palette.primary(), palette.secondary(), palette.background())
                .min(Comparator.comparingDouble(Sky::distanceFromBlue))
                .orElseThrow();
    }

    private static double distanceFromBlue(Rgb colour) {
        double turn = Math.abs(OkLab.of(colour).hue() - SKY_HUE);
        return Math.min(turn, 360 - turn);
    }

    void night() {
        var palette = stage.palette();
        var overhead = palette.isDark()
                ? Palette.lightness(palette.background(), 0.19)
                : Palette.lightness(palette.primary(), 0.2);
        gradient(overhead, Palette.lightness(palette.primary().mix(overhead, 0.45), 0.32), palette.primary());
    }

    void gradient(Rgb top, Rgb middle, Rgb bottom) {
        stage.canvas().fill(everywhere(), Ramp.of(top, middle, bottom).vertical(0, stage.height()));
    }

    /** A light behind the hero. */
    void halo(Rgb colour, double radius, double opacity) {
        stage.canvas().fill(everywhere(), Ramp.fade(colour, opacity, 0).radial(x, y, radius * stage.unit()));
    }

    /** Rays from behind the hero to the edges. */
    void sunburst(Rgb colour, double opacity, int rays) {
        double reach = stage.width() + stage.height();
        var burst = new Path2D.Double();
        for (int i = 0; i < rays; i++) {
            double from = 2 * StrictMath.PI * i / rays + 0.09;
            double to = from + StrictMath.PI / rays;
            burst.moveTo(x, y);
            burst.lineTo(x + reach * StrictMath.cos(from), y + reach * StrictMath.sin(from));
            burst.lineTo(x + reach * StrictMath.cos(to), y + reach * StrictMath.sin(to));
            burst.closePath();
        }
        stage.canvas()
                .fill(
                        burst,
                        Ramp.fade(colour, opacity, 0).radial(x, y, Math.max(stage.width(), stage.height()) * 0.62));
    }

    /** Soft banks of noise: clouds by day, mist or nebulae by night. */
    void clouds(Rgb colour, double opacity, double density) {
        var noise = new ValueNoise(stage.random("clouds").nextLong());
        int width = (int) Math.ceil(stage.width() / CLOUD_GRAIN);
        int height = (int) Math.ceil(stage.height() / CLOUD_GRAIN);
        var veil = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        double scale = CLOUD_GRAIN / stage.unit();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = noise.fractal(column * scale * 3.2, row * scale * 5.2, 4);
                double cover = Math.clamp((value - 1 + density) * 3.2, 0, 1) * opacity;
                veil.setRGB(column, row, (int) (cover * 255) << 24 | colour.value());
            }
        }
        stage.canvas().draw(veil, everywhere());
    }

    /** A round cloud as in a picture book. */
    void puff(double cx, double cy, double size, Rgb colour) {
        var cloud = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[][] lobes = {{-0.62, 0.06, 0.3}, {-0.22, -0.14, 0.42}, {0.26, -0.06, 0.36}, {0.64, 0.1, 0.26}};
        for (var lobe : lobes) {
            double r = lobe[2] * size;
            cloud.append(new Ellipse2D.Double(cx + lobe[0] * size - r, cy + lobe[1] * size - r, 2 * r, 2 * r), false);
        }
        cloud.append(
                new RoundRectangle2D.Double(
                        cx - 0.9 * size, cy + 0.04 * size, 1.8 * size, 0.34 * size, 0.34 * size, 0.34 * size),
                false);
        stage.canvas().shadow(cloud, size * 0.05, size * 0.08, stage.palette().deep(), 0.18);
        stage.canvas().fill(cloud, Ramp.of(Rgb.WHITE, colour).vertical(cy - size * 0.5, cy + size * 0.4));
    }

    void stars(int count, Rgb colour) {
        var random = stage.random("stars");
        for (int i = 0; i < count; i++) {
            double cx = random.nextDouble() * stage.width();
            double cy = random.nextDouble() * stage.height();
            double size = stage.unit() * random.between(0.0008, 0.0032);
            stage.canvas()
                    .fill(
                            new Ellipse2D.Double(cx - size, cy - size, 2 * size, 2 * size),
                            colour,
                            random.between(0.4, 1));
            if (random.chance(0.06)) {
                stage.canvas().fill(new Pose(cx, cy, size * 6, 0).place(Motif.SPARK.shape(1)), colour, 0.85);
            }
        }
    }

    /** A lit disc with a glow: sun, full moon. */
    void disc(double cx, double cy, double radius, Rgb colour) {
        double glow = radius * 3.2;
        stage.canvas()
                .fill(
                        new Ellipse2D.Double(cx - glow, cy - glow, 2 * glow, 2 * glow),
                        Ramp.fade(colour, 0.6, 0).radial(cx, cy, glow));
        stage.canvas()
                .fill(
                        new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius),
                        Ramp.of(Palette.lighter(colour, 0.6), colour)
                                .radial(cx - radius * 0.3, cy - radius * 0.3, radius * 1.4));
    }

    /** Lights out of focus. */
    void bokeh(int count, Rgb... colours) {
        var random = stage.random("bokeh");
        for (int i = 0; i < count; i++) {
            double cx = random.nextDouble() * stage.width();
            double cy = random.nextDouble() * stage.height() * 0.9;
            double radius = stage.unit() * random.between(0.012, 0.065);
            var colour = colours[random.nextInt(colours.length)];
            double strength = random.between(0.12, 0.32);
            var spot = new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius);
            stage.canvas().fill(spot, colour, strength);
            stage.canvas().stroke(spot, radius * 0.09, Canvas.ink(Palette.lighter(colour, 0.4), strength));
        }
    }

    private Rectangle2D everywhere() {
        return new Rectangle2D.Double(0, 0, stage.width(), stage.height());
    }
}
