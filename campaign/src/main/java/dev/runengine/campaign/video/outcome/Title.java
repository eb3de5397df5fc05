package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Large letters with a rim and a shadow, each line a sprite of its own so that lines can arrive one by one. */
final class Title {
    private record Line(Sprite sprite, double x, double y) {}

    private final List<Line> lines = new ArrayList<>();

    private Title() {}

    /** @param fill from top to bottom of each line */
    static Title large(String text, Rectangle2D room, Ramp fill, Rgb rim) {
        var block = TextBlock.fit(text, Typeface.TITLE, room, room.getHeight() * 0.62, 3);
        double rimWidth = block.size() * 0.17;
        return of(block, rimWidth, (canvas, line) -> {
            var box = line.getBounds2D();
            var outline = Canvas.outlined(line, rimWidth);
            double thickness = block.size() * 0.07;
            canvas.shadow(outline, thickness * 2, thickness, Rgb.BLACK, 0.5);
            canvas.fill(moved(outline, thickness), rim.mix(Rgb.BLACK, 0.35));
            canvas.fill(outline, rim);
            canvas.fill(line, fill.vertical(box.getMinY(), box.getMaxY()));
        });
    }

    static Title small(String text, Rectangle2D room, Rgb colour, Rgb rim) {
        var block = TextBlock.fit(text, Typeface.TEXT, room, room.getHeight() * 0.7, 2);
        double rimWidth = block.size() * 0.2;
        return of(block, rimWidth, (canvas, line) -> {
            canvas.fill(Canvas.outlined(line, rimWidth), rim, 0.85);
            canvas.fill(line, colour);
        });
    }

    int lineCount() {
        return lines.size();
    }

    /** @param poseOfLine how far each line, counted from the top, is from its place: at rest (0, 0, 1, 0) */
    void draw(Graphics2D graphics, IntFunction<Pose> poseOfLine, double opacity) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var off = poseOfLine.apply(i);
            line.sprite.draw(graphics, new Pose(line.x + off.x(), line.y + off.y(), off.scale(), off.angle()), opacity);
        }
    }

    @FunctionalInterface
    private interface Lettering {
        void draw(Canvas canvas, Shape line);
    }

    private static Title of(TextBlock block, double margin, Lettering lettering) {
        var title = new Title();
        for (var shape : block.lines()) {
            var box = shape.getBounds2D();
            var centred = AffineTransform.getTranslateInstance(-box.getCenterX(), -box.getCenterY())
                    .createTransformedShape(shape);
            var sprite = Sprite.actualSize(
                    box.getWidth() / 2 + margin * 2,
                    box.getHeight() / 2 + margin * 3,
                    canvas -> lettering.draw(canvas, centred));
            title.lines.add(new Line(sprite, box.getCenterX(), box.getCenterY()));
        }
        return title;
    }

    private static Shape moved(Shape shape, double down) {
        return AffineTransform.getTranslateInstance(0, down).createTransformedShape(shape);
    }
}
