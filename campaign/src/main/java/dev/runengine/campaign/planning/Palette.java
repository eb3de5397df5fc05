package dev.runengine.campaign.planning;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.planning.CampaignPlan.ColorScheme;
import dev.runengine.campaign.planning.Lexicon.Theme;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;
import java.util.Optional;

/**
 * The four colours of a campaign. Colours the brief states are taken as they are; the others are made in OKLCH around
 * them, light or dark enough to be told from the background (WCAG 2.2, 1.4.11: 3 to 1 for what is not text).
 */
record Palette(StatedColours colours) {
    private static final double MIN_CONTRAST = 3;
    private static final double LIGHTNESS_STEP = 0.02;
    private static final double GREY_CHROMA = 0.03;

    ColorScheme of(Brief brief, Theme theme, SplitMix random) {
        var stated = colours.in(brief);
        double drift = random.between(-8, 8);
        double baseHue = stated.primary()
                .map(OkLab::of)
                .filter(c -> c.chroma() > GREY_CHROMA)
                .map(OkLab::hue)
                .orElse(theme.hues().get(0) + drift);
        double offset = baseHue - theme.hues().get(0);
        boolean dark =
                stated.background().map(c -> OkLab.of(c).lightness() < 0.6).orElse(theme.dark());

        var background = stated.background().orElseGet(() -> ground(dark, baseHue));
        var primary = stated.primary().orElseGet(() -> visible(0.66, 0.19, baseHue, background));
        var secondary = stated.secondary()
                .orElseGet(() -> visible(0.62, 0.14, theme.hues().get(1) + offset, background));
        var accent =
                stated.accent().orElseGet(() -> visible(0.80, 0.17, theme.hues().get(2) + offset, background));
        return new ColorScheme(primary.hex(), secondary.hex(), accent.hex(), background.hex());
    }

    private static Rgb ground(boolean dark, double hue) {
        return dark
                ? OkLab.ofLch(0.25, 0.075, hue).toRgb()
                : OkLab.ofLch(0.96, 0.025, hue).toRgb();
    }

    /** A colour of this hue that stands out from the ground: moved away from it in lightness as far as needed. */
    private static Rgb visible(double lightness, double chroma, double hue, Rgb ground) {
        double step = OkLab.of(ground).lightness() < 0.6 ? LIGHTNESS_STEP : -LIGHTNESS_STEP;
        double l = lightness;
        var colour = OkLab.ofLch(l, chroma, hue).toRgb();
        while (colour.contrast(ground) < MIN_CONTRAST && l > 0.1 && l < 0.98) {
            l += step;
            colour = OkLab.ofLch(l, chroma, hue).toRgb();
        }
        return colour;
    }

    /** Colours by the part they play. */
    record Stated(Optional<Rgb> primary, Optional<Rgb> secondary, Optional<Rgb> accent, Optional<Rgb> background) {
        /** The second colour is the accent: it is what buttons wear, so two brand colours both show. */
        static Stated inOrder(List<Rgb> colours) {
            return new Stated(nth(colours, 0), nth(colours, 2), nth(colours, 1), nth(colours, 3));
        }

        private static Optional<Rgb> nth(List<Rgb> colours, int n) {
            return n < colours.size() ? Optional.of(colours.get(n)) : Optional.empty();
        }
    }
}
