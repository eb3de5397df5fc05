package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What a style and a mood lay over the scenery. */
final class Finish {
    private Finish() {}

    static void paint(Stage stage, Style style, Mood mood, Layout layout) {
        switch (style) {
            case CARTOON -> {}
            case NEON -> veil(stage, Palette.lightness(stage.palette().primary(), 0.12), 0.45);
            case ELEGANT -> veil(stage, Palette.lightness(stage.palette().primary(), 0.16), 0.5);
            case RETRO -> halftone(stage);
            case MINIMAL -> veil(stage, stage.palette().background(), 0.55);
        }
        vignette(stage, mood.vignette(), layout);
    }

    private static void veil(Stage stage, Rgb colour, double opacity) {
        stage.canvas().fill(everywhere(stage), colour, opacity);
    }

    /** Printed dots that grow towards the foot of the picture. */
    private static void halftone(Stage stage) {
        double pitch = stage.unit() * 0.024;
        var dots = new Path2D.Double();
        for (int row = 0; row * pitch < stage.height() + pitch; row++) {
            double share = row * pitch / stage.height();
            double radius = pitch * (0.12 + 0.3 * Math.abs(share - 0.45));
            for (int column = 0; column * pitch < stage.width() + pitch; column++) {
                double x = (column + (row % 2) * 0.5) * pitch;
                dots.append(new Ellipse2D.Double(x - radius, row * pitch - radius, 2 * radius, 2 * radius), false);
            }
        }
        veil(stage, new Rgb(0xf2d8a7), 0.22);
        stage.canvas().fill(dots, stage.palette().deep(), 0.2);
    }

    private static void vignette(Stage stage, double strength, Layout layout) {
        double reach = Math.max(stage.width(), stage.height()) * 0.78;
        var shade = new Ramp(List.of(Rgb.BLACK, Rgb.BLACK, Rgb.BLACK), -strength, strength);
        stage.canvas().fill(everywhere(stage), shade.radial(layout.heroX(), layout.heroY(), reach));
    }

    private static Rectangle2D everywhere(Stage stage) {
        return new Rectangle2D.Double(0, 0, stage.width(), stage.height());
    }
}
