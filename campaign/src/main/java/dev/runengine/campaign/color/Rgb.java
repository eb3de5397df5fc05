package dev.runengine.campaign.color;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** An sRGB colour as 0xRRGGBB. StrictMath only: the same bits on every processor. */
public record Rgb(int value) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final float[] LINEAR = linearTable();

    public static final Rgb WHITE = new Rgb(0xffffff);
    public static final Rgb BLACK = new Rgb(0);

    public Rgb {
        value &= 0xffffff;
    }

    /** Reads {@code #RRGGBB}. */
    public static Optional<Rgb> parse(String text) {
        return HEX.matcher(text).matches()
                ? Optional.of(new Rgb(HexFormat.fromHexDigits(text, 1, 7)))
                : Optional.empty();
    }

    public int red() {
        return value >> 16;
    }

    public int green() {
        return value >> 8 & 255;
    }

    public int blue() {
        return value & 255;
    }

    /** The light of an sRGB channel value (0 to 255), 0 to 1. */
    public static float linear(int channel) {
        return LINEAR[channel];
    }

    /** Relative luminance, WCAG 2.2. */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    /** Contrast ratio, WCAG 2.2: 1 to 21. */
    public double contrast(Rgb other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The mixture in OKLab: 0 is this colour, 1 the other. */
    public Rgb mix(Rgb other, double share) {
        var p = OkLab.of(this);
        var q = OkLab.of(other);
        return new OkLab(
                        p.lightness() + (q.lightness() - p.lightness()) * share,
                        p.a() + (q.a() - p.a()) * share,
                        p.b() + (q.b() - p.b()) * share)
                .toRgb();
    }

    /** White or near-black, whichever reads better on this colour. */
    public Rgb readableText() {
        return contrast(WHITE) >= 4.5 ? WHITE : new Rgb(0x1b1420);
    }

    /** {@code #rrggbb} */
    public String hex() {
        return "#" + HexFormat.of().toHexDigits(value, 6);
    }

    private static float[] linearTable() {
        var table = new float[256];
        for (int i = 0; i < 256; i++) {
            double c = i / 255.0;
            table[i] = (float) (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
        }
        return table;
    }
}
