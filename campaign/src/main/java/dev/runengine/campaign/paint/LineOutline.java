package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/** Sets one line: pieces in visual order, each by the font that has its characters. */
final class LineOutline {
    private final Path2D.Double ink = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double pen;

    private LineOutline() {}

    static Shape of(String line, Typeface face) {
        var outline = new LineOutline();
        for (var run : DirectionRun.inVisualOrder(line)) {
            for (var piece : inVisualOrder(FontPiece.of(run.text(), face), run)) {
                outline.set(piece, run.rightToLeft());
            }
        }
        return outline.ink;
    }

    private static List<FontPiece> inVisualOrder(List<FontPiece> pieces, DirectionRun run) {
        return run.rightToLeft() ? pieces.reversed() : pieces;
    }

    private void set(FontPiece piece, boolean rightToLeft) {
        switch (piece) {
            case FontPiece.Bundled(var text, var font) -> set(rightToLeft ? reversed(text) : text, font);
            case FontPiece.Machine(var text) -> MachineFont.shape(text).ifPresent(w -> place(w.ink(), w.advance()));
        }
    }

    private void set(String text, BundledFont font) {
        Optional<BundledFont.Glyph> previous = Optional.empty();
        for (int codePoint : text.codePoints().toArray()) {
            var glyph = font.glyph(codePoint);
            if (glyph.isPresent()) {
                if (previous.isPresent()) {
                    pen += font.kerning(previous.get(), glyph.get());
                }
                place(glyph.get().ink(), glyph.get().advance());
            }
            previous = glyph;
        }
    }

    private void place(Shape word, double advance) {
        ink.append(word.getPathIterator(AffineTransform.getTranslateInstance(pen, 0)), false);
        pen += advance;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
