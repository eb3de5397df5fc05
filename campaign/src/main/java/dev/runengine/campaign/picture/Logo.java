package dev.runengine.campaign.picture;

import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The brand's sign, small in the upper left corner. */
final class Logo {
    private static final double WIDEST = 0.3;
    private static final double HIGHEST = 0.07;

    private Logo() {}

    static void paint(Stage stage, BufferedImage logo) {
        double scale = Math.min(stage.unit() * WIDEST / logo.getWidth(), stage.unit() * HIGHEST / logo.getHeight());
        double margin = stage.unit() * 0.02;
        stage.canvas()
                .draw(logo, new Rectangle2D.Double(margin, margin, logo.getWidth() * scale, logo.getHeight() * scale));
    }
}
