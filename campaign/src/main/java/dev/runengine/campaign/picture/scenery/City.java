package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A skyline at night behind a grid of neon lines. */
final class City {
    private static final double STREET = 0.74;

    private City() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.night();
        sky.halo(Palette.lightness(palette.secondary(), 0.66), 1.0, 0.6);
        sky.stars(90, Rgb.WHITE);
        retroSun(stage, sky);
        skyline(stage, "far", 0.3, Palette.lightness(palette.primary(), 0.34), 0.35);
        skyline(stage, "near", 0.19, Palette.lightness(palette.primary(), 0.2), 0.8);
        grid(stage);
    }

    private static void retroSun(Stage stage, Sky sky) {
        double radius = stage.unit() * 0.46;
        var palette = stage.palette();
        for (int stripe = 0; stripe < 16; stripe++) {
            double top = -1 + stripe / 8.0;
            double bottom = top + 0.125 * (1 - Math.max(0, stripe - 6) * 0.075);
            var band = new Area(
                    new Ellipse2D.Double(sky.centreX() - radius, sky.centreY() - radius, 2 * radius, 2 * radius));
            band.intersect(new Area(new Rectangle2D.Double(
                    sky.centreX() - radius, sky.centreY() + top * radius, 2 * radius, (bottom - top) * radius + 1)));
            stage.canvas()
                    .fill(
                            band,
                            Ramp.of(Palette.lighter(palette.accent(), 0.2), palette.secondary())
                                    .withOpacity(0.9, 0.75)
                                    .vertical(sky.centreY() - radius, sky.centreY() + radius));
        }
    }

    private static void skyline(Stage stage, String layer, double maxHeight, Rgb wall, double lights) {
        var random = stage.random("skyline " + layer);
        double unit = stage.unit();
        double ground = stage.height() * STREET + unit * 0.02;
        double x = -unit * 0.03;
        while (x < stage.width()) {
            double width = unit * random.between(0.07, 0.15);
            double edge = Math.abs((x + width / 2) / stage.width() - 0.5) * 2;
            double height = unit * maxHeight * (0.5 + 0.7 * edge + random.between(0, 0.5));
            var house = new Rectangle2D.Double(x, ground - height, width + 1, height);
            stage.canvas()
                    .fill(house, Ramp.of(Palette.lighter(wall, 0.12), wall).vertical(ground - height, ground));
            double cell = unit * 0.021;
            for (double wy = house.y + cell; wy < ground - cell; wy += cell * 1.5) {
                for (double wx = house.x + cell * 0.7; wx < house.x + width - cell; wx += cell * 1.3) {
                    if (random.chance(0.5)) {
                        var light = random.chance(0.6)
                                ? new Rgb(0xffe08a)
                                : stage.palette().accent();
                        stage.canvas()
                                .fill(
                                        new Rectangle2D.Double(wx, wy, cell * 0.62, cell * 0.8),
                                        light,
                                        lights * random.between(0.5, 1));
                    }
                }
            }
            x += width;
        }
    }

    private static void grid(Stage stage) {
        var palette = stage.palette();
        double top = stage.height() * STREET;
        var street = new Rectangle2D.Double(0, top, stage.width(), stage.height() - top);
        stage.canvas()
                .fill(
                        street,
                        Ramp.of(
                                        Palette.lightness(palette.primary(), 0.3),
                                        Palette.lightness(palette.background(), 0.14))
                                .vertical(top, stage.height()));
        var lines = new Path2D.Double();
        for (int i = -14; i <= 14; i++) {
            lines.append(
                    new Line2D.Double(
                            stage.width() / 2 + i * stage.unit() * 0.07,
                            top,
                            stage.width() / 2 + i * stage.unit() * 0.34,
                            stage.height()),
                    false);
        }
        for (int i = 0; i < 9; i++) {
            double y = top + (stage.height() - top) * (i / 8.0) * (i / 8.0);
            lines.append(new Line2D.Double(0, y, stage.width(), y), false);
        }
        var neon = Palette.lightness(palette.accent(), 0.78);
        stage.canvas().stroke(lines, stage.unit() * 0.009, Canvas.ink(neon, 0.18));
        stage.canvas().stroke(lines, stage.unit() * 0.003, Canvas.ink(neon, 0.75));
    }
}
