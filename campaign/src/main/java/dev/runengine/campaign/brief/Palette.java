package dev.runengine.campaign.brief;

import dev.runengine.campaign.color.Contrast;
import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four colours of a campaign. Colours the brief states are taken as they are; the others are made in OKLCH around
 * them, light or dark enough to be told from the background (WCAG 2.2, 1.4.11: 3 to 1 for what is not text).
 */
final class Palette {
    private static final double GREY_CHROMA = 0.03;

    private Palette() {}

    static ColorScheme of(StatedScheme stated, Theme theme, SplitMix random) {
        double drift = random.between(-8, 8);
        double baseHue = stated.primary()
                .map(OkLab::of)
                .filter(c -> c.chroma() > GREY_CHROMA)
                .map(OkLab::hue)
                .orElse(theme.hues().get(0) + drift);
        double offset = baseHue - theme.hues().get(0);
        var background = stated.background().orElseGet(() -> ground(stated, theme, baseHue));
        var primary = stated.primary().orElseGet(() -> Contrast.standingOut(0.66, 0.19, baseHue, background));
        var secondary = stated.secondary()
                .orElseGet(() -> Contrast.standingOut(0.62, 0.14, theme.hues().get(1) + offset, background));
        var accent = stated.accent()
                .orElseGet(() -> Contrast.standingOut(0.80, 0.17, theme.hues().get(2) + offset, background));
        return new ColorScheme(primary, secondary, accent, background);
    }

    /** As dark or light as the theme is, unless the stated colours stand out better on the opposite. */
    private static Rgb ground(StatedScheme stated, Theme theme, double hue) {
        var usual = ground(theme.dark(), hue);
        var opposite = ground(!theme.dark(), hue);
        double contrast = worstContrast(stated, usual);
        return contrast >= Contrast.SHAPES || contrast >= worstContrast(stated, opposite) ? usual : opposite;
    }

    private static double worstContrast(StatedScheme stated, Rgb ground) {
        return Stream.of(stated.primary(), stated.secondary(), stated.accent())
                .flatMap(Optional::stream)
                .mapToDouble(colour -> colour.contrast(ground))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static Rgb ground(boolean dark, double hue) {
        return dark
                ? OkLab.ofLch(0.25, 0.075, hue).toRgb()
                : OkLab.ofLch(0.96, 0.025, hue).toRgb();
    }
}
