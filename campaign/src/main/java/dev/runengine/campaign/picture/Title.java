package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** The headline, in the lettering of its style. */
final class Title {
    private static final double MAX_SIZE = 0.205;
    private static final int MAX_LINES = 5;
    /** The widest outline reaches this far beyond the ink, in em. */
    private static final double OUTLINE = 0.13;

    private Title() {}

    static void paint(Stage stage, String headline, Rectangle2D room, Style style) {
        double maxSize = stage.unit() * MAX_SIZE;
        var block = TextBlock.fit(headline, Typeface.TITLE, inset(room, maxSize * OUTLINE), maxSize, MAX_LINES);
        if (block.isEmpty()) {
            return;
        }
        switch (style) {
            case CARTOON -> sticker(stage, block, lit(stage, block));
            case NEON -> tubes(stage, block);
            case ELEGANT -> engraved(stage, block);
            case RETRO -> printed(stage, block);
            case MINIMAL -> plain(stage, block);
        }
    }

    private static void sticker(Stage stage, TextBlock block, Paint fill) {
        var canvas = stage.canvas();
        double size = block.size();
        var text = block.shape();
        var body = Canvas.outlined(text, size * 0.19);
        var rim = Canvas.outlined(text, size * 0.25);
        var drop = Pose.at(0, size * 0.05);
        canvas.shadow(rim, size * 0.09, size * 0.07, Rgb.BLACK, 0.55);
        canvas.fill(rim, Palette.lighter(stage.palette().accent(), 0.35));
        canvas.fill(drop.place(body), Palette.lightness(stage.palette().primary(), 0.13));
        canvas.fill(body, stage.palette().deep());
        canvas.fill(text, fill);
    }

    private static Paint lit(Stage stage, TextBlock block) {
        var accent = stage.palette().accent();
        return Ramp.of(Rgb.WHITE, Palette.lighter(accent, 0.75), Palette.lighter(accent, 0.35))
                .vertical(block.box().getMinY(), block.box().getMaxY());
    }

    private static void tubes(Stage stage, TextBlock block) {
        var canvas = stage.canvas();
        double size = block.size();
        var text = block.shape();
        var tube = Canvas.outlined(text, size * 0.075);
        var light = Palette.lightness(stage.palette().accent(), 0.8);
        canvas.fill(
                Canvas.outlined(text, size * 0.12),
                Palette.lightness(stage.palette().primary(), 0.12),
                0.75);
        canvas.glow(tube, size * 0.2, light, 0.9);
        canvas.glow(tube, size * 0.06, light, 1);
        canvas.fill(text, Palette.lightness(stage.palette().primary(), 0.24));
        canvas.fill(tube, light);
        canvas.fill(Canvas.outlined(text, size * 0.026), Rgb.WHITE);
    }

    private static void engraved(Stage stage, TextBlock block) {
        var gold = stage.palette().accent();
        var canvas = stage.canvas();
        Shape text = block.shape();
        canvas.shadow(text, block.size() * 0.06, block.size() * 0.05, Rgb.BLACK, 0.8);
        canvas.glow(Canvas.outlined(text, block.size() * 0.1), block.size() * 0.08, Rgb.BLACK, 0.6);
        canvas.fill(
                Canvas.outlined(text, block.size() * 0.09),
                Palette.lightness(stage.palette().primary(), 0.14));
        canvas.fill(
                text,
                Ramp.of(
                                Palette.lightness(gold, 0.95),
                                Palette.lightness(gold, 0.7),
                                Palette.lightness(gold, 0.93),
                                Palette.lightness(gold, 0.62))
                        .vertical(block.box().getMinY(), block.box().getMaxY()));
    }

    private static void printed(Stage stage, TextBlock block) {
        var canvas = stage.canvas();
        double size = block.size();
        var text = block.shape();
        for (int step = 5; step >= 1; step--) {
            var shade = step > 2 ? stage.palette().secondary() : stage.palette().primary();
            canvas.fill(
                    Pose.at(size * 0.016 * step, size * 0.016 * step).place(Canvas.outlined(text, size * 0.08)),
                    Palette.darker(shade, 0.3));
        }
        canvas.fill(Canvas.outlined(text, size * 0.09), stage.palette().deep());
        canvas.fill(text, new Rgb(0xfff3d6));
    }

    private static void plain(Stage stage, TextBlock block) {
        boolean dark = stage.palette().isDark();
        stage.canvas()
                .fill(
                        block.shape(),
                        dark ? Rgb.WHITE : Palette.lightness(stage.palette().primary(), 0.3));
    }

    private static Rectangle2D inset(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
    }
}
