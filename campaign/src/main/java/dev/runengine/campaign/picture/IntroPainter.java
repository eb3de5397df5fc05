package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints a brief from back to front. */
final class IntroPainter {
    /** @param button the box round the start button, its rim included */
    record Picture(BufferedImage image, Rectangle2D button) {}

    private IntroPainter() {}

    static Picture paint(IntroBrief brief, PictureSize size) {
        var layout = Layout.of(size.width(), size.height());
        try (var canvas = Canvas.opaque(size.width(), size.height())) {
            var stage = new Stage(canvas, brief.palette(), brief.motifs(), layout.unit(), brief.seed());
            brief.scene().paint(stage, layout.heroX(), layout.heroY());
            Finish.paint(stage, brief.style(), brief.mood(), layout);
            Ornaments.paint(
                    stage,
                    layout,
                    brief.style() == Style.MINIMAL ? 6 : brief.mood().ornaments());
            brief.hero().paint(stage, layout.heroX(), layout.heroY(), layout.heroRadius());
            brief.logo().ifPresent(logo -> Logo.paint(stage, logo));
            Title.paint(stage, brief.headline(), layout.title(), brief.style());
            Subtext.paint(stage, brief.subtext(), layout.subtext());
            StartButton.paint(stage, brief.callToAction(), layout.button());
            return new Picture(canvas.image(), layout.button());
        }
    }
}
