package dev.runengine.campaign.paint;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.Optional;

/** The sans serif font of the machine, for scripts the bundled fonts lack; absent where there is no fontconfig. */
final class MachineFont {
    private static final float SIZE = 200;
    private static final Optional<Font> SANS_SERIF = find();

    private MachineFont() {}

    static boolean has(int codePoint) {
        return SANS_SERIF.filter(font -> font.canDisplay(codePoint)).isPresent();
    }

    /** The text shaped by the machine's rules of its script, at 1 em. */
    static Optional<Word> shape(String text) {
        return SANS_SERIF.filter(_ -> !text.isBlank()).map(font -> shape(text, font));
    }

    /** Ink and pen movement in em. */
    record Word(Shape ink, double advance) {}

    private static Word shape(String text, Font font) {
        var layout = new TextLayout(text, font, new FontRenderContext(null, true, true));
        var toEm = AffineTransform.getScaleInstance(1 / SIZE, 1 / SIZE);
        return new Word(layout.getOutline(toEm), layout.getAdvance() / SIZE);
    }

    /** Without fontconfig AWT fails in several ways, errors among them; all mean that there is no font. */
    private static Optional<Font> find() {
        try {
            var font = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(SIZE);
            return font.canDisplay('A') ? Optional.of(font) : Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.empty();
        }
    }
}
