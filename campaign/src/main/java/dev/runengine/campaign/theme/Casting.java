package dev.runengine.campaign.theme;

import dev.runengine.campaign.brief.ColorScheme;
import dev.runengine.campaign.color.Contrast;
import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.vision.ImagePalette.Swatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Gives the colours of a picture their parts: what covers most of it is the background, what catches the eye on that the
 * primary colour. A part for which the picture has no colour gets one made from the hue of the primary.
 */
final class Casting {
    /** Closer ones look like shades of one colour. */
    private static final double DIFFERENT = 0.1;

    private final List<Rgb> cast = new ArrayList<>();
    private final List<Swatch> swatches;
    private final Rgb background;

    private Casting(List<Swatch> swatches) {
        this.swatches = swatches;
        this.background = swatches.getFirst().colour();
        cast.add(background);
    }

    /** @param swatches the most common first, at least one */
    static ColorScheme of(List<Swatch> swatches) {
        return new Casting(swatches).scheme();
    }

    private ColorScheme scheme() {
        var primary = next(swatch -> Math.sqrt(swatch.share()) * (0.05 + chroma(swatch)))
                .orElseGet(() -> made(0));
        double hue = OkLab.of(primary).hue();
        var accent = next(swatch -> chroma(swatch) + 0.3 * away(swatch.colour(), hue))
                .orElseGet(() -> made(60));
        var secondary = next(Swatch::share).orElseGet(() -> made(-40));
        return new ColorScheme(primary, secondary, accent, background);
    }

    private Optional<Rgb> next(ToDoubleFunction<Swatch> fitness) {
        var best = swatches.stream()
                .filter(swatch -> cast.stream().allMatch(other -> distance(swatch.colour(), other) >= DIFFERENT))
                .max(Comparator.comparingDouble(fitness).thenComparingInt(swatch -> -swatches.indexOf(swatch)))
                .map(Swatch::colour);
        best.ifPresent(cast::add);
        return best;
    }

    private Rgb made(double turn) {
        var base = OkLab.of(cast.getLast());
        var colour = Contrast.standingOut(0.66, Math.max(0.12, base.chroma()), base.hue() + turn, background);
        cast.add(colour);
        return colour;
    }

    /** How far its hue is from another, 0 to 1; greys have none. */
    private static double away(Rgb colour, double hue) {
        var lab = OkLab.of(colour);
        double turn = Math.abs(lab.hue() - hue);
        return lab.chroma() < 0.03 ? 0 : Math.min(turn, 360 - turn) / 180;
    }

    private static double chroma(Swatch swatch) {
        return OkLab.of(swatch.colour()).chroma();
    }

    private static double distance(Rgb one, Rgb other) {
        return OkLab.of(one).distance(OkLab.of(other));
    }
}
