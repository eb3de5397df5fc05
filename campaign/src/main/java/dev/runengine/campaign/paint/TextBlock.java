package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Text set centred into a box, over as many lines as let it be largest. Its ink never leaves the box.
 *
 * @param lines from top to bottom, each at its place
 * @param size of 1 em in pixels
 * @param box round the ink; empty if the text has no character that can be drawn
 */
public record TextBlock(List<Shape> lines, double size, Rectangle2D box) {
    private static final double LINE_PITCH = 1.08;

    /**
     * @param room the box the ink stays in
     * @param maxSize of 1 em in pixels
     * @param maxLines how many lines it may take; more only if a single word would become unreadably small
     */
    public static TextBlock fit(String text, Typeface face, Rectangle2D room, double maxSize, int maxLines) {
        var best = new TextBlock(List.of(), 0, new Rectangle2D.Double());
        for (var lines : LineBreaks.candidates(text, face, maxLines)) {
            var block = set(lines, face, room, maxSize);
            if (block.size > best.size) {
                best = block;
            }
        }
        return best;
    }

    /** All lines as one shape. */
    public Shape shape() {
        var all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        lines.forEach(line -> all.append(line, false));
        return all;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static TextBlock set(List<String> texts, Typeface face, Rectangle2D room, double maxSize) {
        var centred = new ArrayList<Shape>();
        var ink = new Rectangle2D.Double();
        for (var text : texts) {
            var line = face.outline(text);
            var box = line.getBounds2D();
            if (!box.isEmpty()) {
                var placed = AffineTransform.getTranslateInstance(-box.getCenterX(), centred.size() * LINE_PITCH)
                        .createTransformedShape(line);
                ink.setRect(centred.isEmpty() ? placed.getBounds2D() : ink.createUnion(placed.getBounds2D()));
                centred.add(placed);
            }
        }
        return centred.isEmpty()
                ? new TextBlock(List.of(), 0, new Rectangle2D.Double())
                : scaled(centred, ink, room, maxSize);
    }

    private static TextBlock scaled(List<Shape> lines, Rectangle2D ink, Rectangle2D room, double maxSize) {
        double size = Math.min(maxSize, Math.min(room.getWidth() / ink.getWidth(), room.getHeight() / ink.getHeight()));
        var toRoom = AffineTransform.getTranslateInstance(room.getCenterX(), room.getCenterY());
        toRoom.scale(size, size);
        toRoom.translate(-ink.getCenterX(), -ink.getCenterY());
        return new TextBlock(
                lines.stream().map(toRoom::createTransformedShape).toList(),
                size,
                toRoom.createTransformedShape(ink).getBounds2D());
    }
}
