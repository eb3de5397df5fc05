package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file read by FontBox: AWT's own fonts need fontconfig, which slim images lack. */
final class BundledFont {
    /** A character's ink and how far it moves the pen, in em. */
    record Glyph(int id, Shape ink, double advance) {}

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final Optional<KerningSubtable> kerning;
    private final double unitsPerEm;
    private final Map<Integer, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();

    private BundledFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.kerning = Optional.ofNullable(font.getKerning()).map(table -> table.getHorizontalKerningSubtable());
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static BundledFont load(String file) {
        try (var in = BundledFont.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing from the jar");
            }
            return new BundledFont(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Glyph> glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::read);
    }

    /** In em, to be added between two glyphs. */
    double kerning(Glyph left, Glyph right) {
        return kerning.map(table -> table.getKerning(left.id(), right.id())).orElse(0) / unitsPerEm;
    }

    /** One reader at a time: FontBox seeks in one shared buffer. */
    private synchronized Optional<Glyph> read(int codePoint) {
        int id = characters.getGlyphId(codePoint);
        if (id == 0) {
            return Optional.empty();
        }
        try {
            var data = font.getGlyph().getGlyph(id);
            Shape ink = data == null ? new Path2D.Double() : upright(data.getPath());
            return Optional.of(new Glyph(id, ink, font.getAdvanceWidth(id) / unitsPerEm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape upright(Shape outline) {
        return AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm).createTransformedShape(outline);
    }
}
