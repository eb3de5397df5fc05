package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Rectangle2D;

/** The sentence above the button: light letters with a dark edge read on any ground. */
final class Subtext {
    private static final double MAX_SIZE = 0.052;

    private Subtext() {}

    static void paint(Stage stage, String text, Rectangle2D room) {
        var block = TextBlock.fit(text, Typeface.TEXT, room, stage.unit() * MAX_SIZE, 3);
        var edge = Canvas.outlined(block.shape(), block.size() * 0.22);
        stage.canvas().shadow(edge, block.size() * 0.08, block.size() * 0.12, Rgb.BLACK, 0.5);
        stage.canvas().fill(edge, Palette.lightness(stage.palette().primary(), 0.17));
        stage.canvas().fill(block.shape(), Rgb.WHITE);
    }
}
