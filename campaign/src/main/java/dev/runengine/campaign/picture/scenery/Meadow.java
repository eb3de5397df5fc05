package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Green hills under a blue sky, with flowers. */
final class Meadow {
    private Meadow() {}

    static void paint(Stage stage, Sky sky) {
        var palette = stage.palette();
        sky.day();
        sky.halo(Palette.lighter(palette.accent(), 0.5), 0.9, 0.55);
        sky.sunburst(Rgb.WHITE, 0.3, 16);
        double unit = stage.unit();
        sky.disc(stage.width() - unit * 0.13, unit * 0.14, unit * 0.1, Palette.lightness(palette.accent(), 0.86));
        var cloud = palette.background().mix(Rgb.WHITE, 0.5);
        sky.puff(unit * 0.12, stage.height() * 0.3, unit * 0.13, cloud);
        sky.puff(stage.width() - unit * 0.08, stage.height() * 0.37, unit * 0.11, cloud);
        sky.puff(unit * 0.05, stage.height() * 0.05, unit * 0.12, cloud);
        hills(stage);
        flowers(stage);
    }

    private static void hills(Stage stage) {
        var random = stage.random("hills");
        var green = stage.palette().primary();
        Ground.fill(stage, Ground.ridge(stage, random, 0.66, 0.05), Palette.lighter(green, 0.45));
        Ground.fill(stage, Ground.ridge(stage, random, 0.74, 0.045), Palette.lighter(green, 0.2));
        Ground.fill(stage, Ground.ridge(stage, random, 0.84, 0.04), green);
    }

    private static void flowers(Stage stage) {
        var random = stage.random("flowers");
        for (int i = 0; i < 34; i++) {
            double x = random.nextDouble() * stage.width();
            double y = stage.height() * random.between(0.87, 0.99);
            double size = stage.unit() * random.between(0.008, 0.016);
            flower(
                    stage.canvas(),
                    x,
                    y,
                    size,
                    i % 3 == 0 ? Rgb.WHITE : stage.palette().accent());
        }
    }

    private static void flower(Canvas canvas, double x, double y, double size, Rgb colour) {
        var petals = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < 5; i++) {
            double angle = 2 * StrictMath.PI * i / 5;
            petals.append(
                    new Ellipse2D.Double(
                            x + size * StrictMath.cos(angle) - size * 0.75,
                            y + size * StrictMath.sin(angle) - size * 0.75,
                            size * 1.5,
                            size * 1.5),
                    false);
        }
        canvas.fill(petals, Palette.lighter(colour, 0.25));
        canvas.fill(
                new Ellipse2D.Double(x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2),
                Palette.darker(colour, 0.3));
    }
}
