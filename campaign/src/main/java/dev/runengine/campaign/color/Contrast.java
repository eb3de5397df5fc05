package dev.runengine.campaign.color;

import java.util.stream.Stream;

/** Colours that can be told from the ground they lie on. */
public final class Contrast {
    /** WCAG 2.2, 1.4.11: of what is not text. */
    public static final double SHAPES = 3;
    /** WCAG 2.2, 1.4.3: of text. */
    public static final double TEXT = 4.5;

    private static final double LIGHTNESS_STEP = 0.02;
    private static final Rgb INK = new Rgb(0x1b1420);

    private Contrast() {}

    /**
     * A colour of this hue that stands out from the ground: moved away from it in lightness as far as needed for {@link
     * #SHAPES}.
     *
     * @param hue in degrees of OKLCH
     */
    public static Rgb standingOut(double lightness, double chroma, double hue, Rgb ground) {
        double step = OkLab.of(ground).lightness() < 0.6 ? LIGHTNESS_STEP : -LIGHTNESS_STEP;
        double l = lightness;
        var colour = OkLab.ofLch(l, chroma, hue).toRgb();
        while (colour.contrast(ground) < SHAPES && l > 0.1 && l < 0.98) {
            l += step;
            colour = OkLab.ofLch(l, chroma, hue).toRgb();
        }
        return colour;
    }

    /** White, ink or black, the first that reaches {@link #TEXT}: black does wherever white does not. */
    public static Rgb textOn(Rgb ground) {
        return Stream.of(Rgb.WHITE, INK)
                .filter(text -> text.contrast(ground) >= TEXT)
                .findFirst()
                .orElse(Rgb.BLACK);
    }
}
