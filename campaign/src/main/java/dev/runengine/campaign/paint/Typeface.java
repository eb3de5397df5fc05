package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * The bundled fonts (SIL Open Font License 1.1). Both are Latin only, see {@link #outline} for other scripts. Safe for
 * use by several threads.
 */
public enum Typeface {
    /** Lilita One: fat and friendly, for titles and buttons. */
    TITLE("LilitaOne_400Regular.ttf"),
    /** Fredoka SemiBold: round and readable, for sentences. */
    TEXT("Fredoka_600SemiBold.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /**
     * One line of text as a shape at a size of 1 em, starting at x = 0, its baseline at y = 0.
     *
     * <p>Characters that this font lacks come from the other bundled font, then from the fonts of the machine if it has
     * any; where those lack them too, an accented letter loses its accent and any other character is left out. No box
     * ever stands for a missing character. Text from right to left is drawn from right to left.
     */
    public Shape outline(String line) {
        return LineOutline.of(line, this);
    }

    /** The box of the ink at a size of 1 em; empty if nothing of the line can be drawn. */
    public Rectangle2D inkBox(String line) {
        return outline(line).getBounds2D();
    }

    BundledFont font() {
        return switch (this) {
            case TITLE -> Loaded.TITLE_FONT;
            case TEXT -> Loaded.TEXT_FONT;
        };
    }

    Typeface other() {
        return switch (this) {
            case TITLE -> TEXT;
            case TEXT -> TITLE;
        };
    }

    /** Fonts are parsed on first use, not when this enum is first named. */
    private static final class Loaded {
        static final BundledFont TITLE_FONT = BundledFont.load(TITLE.file);
        static final BundledFont TEXT_FONT = BundledFont.load(TEXT.file);
    }
}
