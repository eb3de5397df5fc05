package dev.runengine.campaign.paint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of text that one font can draw. */
sealed interface FontPiece {
    String text();

    record Bundled(String text, BundledFont font) implements FontPiece {}

    record Machine(String text) implements FontPiece {}

    /** In reading order; characters that no font has are left out. */
    static List<FontPiece> of(String text, Typeface face) {
        var pieces = new ArrayList<FontPiece>();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> !isInvisible(codePoint))
                .forEach(codePoint -> of(codePoint, face).ifPresent(piece -> append(pieces, piece)));
        return pieces;
    }

    private static Optional<FontPiece> of(int codePoint, Typeface face) {
        int visible = Character.isWhitespace(codePoint) ? ' ' : codePoint;
        return bundled(visible, face.font())
                .or(() -> bundled(visible, face.other().font()))
                .or(() -> machine(visible))
                .or(() -> withoutAccent(visible, face));
    }

    private static Optional<FontPiece> bundled(int codePoint, BundledFont font) {
        return font.glyph(codePoint).map(_ -> new Bundled(Character.toString(codePoint), font));
    }

    private static Optional<FontPiece> machine(int codePoint) {
        return MachineFont.has(codePoint) ? Optional.of(new Machine(Character.toString(codePoint))) : Optional.empty();
    }

    private static Optional<FontPiece> withoutAccent(int codePoint, Typeface face) {
        int base = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePointAt(0);
        return base == codePoint ? Optional.empty() : bundled(base, face.font());
    }

    /** Neighbours of one font are set together: it shapes and kerns them. */
    private static void append(List<FontPiece> pieces, FontPiece next) {
        if (pieces.isEmpty()) {
            pieces.add(next);
            return;
        }
        switch (pieces.getLast()) {
            case Bundled(var text, var font)
            when next instanceof Bundled(var more, var same) && same == font ->
                pieces.set(pieces.size() - 1, new Bundled(text + more, font));
            case Machine(var text)
            when next instanceof Machine || next.text().isBlank() ->
                pieces.set(pieces.size() - 1, new Machine(text + next.text()));
            case Bundled _, Machine _ -> pieces.add(next);
        }
    }

    /** Joiners, direction marks, variation selectors and controls shape other characters and have no ink. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL -> !Character.isWhitespace(codePoint);
            case Character.NON_SPACING_MARK -> codePoint >= 0xFE00 && codePoint <= 0xFE0F;
            default -> false;
        };
    }
}
