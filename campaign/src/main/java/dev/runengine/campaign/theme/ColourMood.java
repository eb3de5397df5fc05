package dev.runengine.campaign.theme;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.vision.ImagePalette.Swatch;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The mood of a picture by its colours alone: how light, how colourful, and of which hue where it is most colourful. */
record ColourMood(double lightness, double chroma, double hue) {
    private static final double DARK = 0.38;
    private static final double LIGHT = 0.68;
    private static final double PALE = 0.05;
    private static final double VIVID = 0.1;

    static String of(List<Swatch> swatches) {
        var strongest = swatches.stream()
                .max(Comparator.comparingDouble(
                        swatch -> swatch.share() * OkLab.of(swatch.colour()).chroma()))
                .orElseThrow();
        return new ColourMood(
                        mean(swatches, OkLab::lightness),
                        mean(swatches, OkLab::chroma),
                        OkLab.of(strongest.colour()).hue())
                .name();
    }

    private String name() {
        if (lightness < DARK) {
            return chroma < PALE ? "dark" : isBetween(30, 130) ? "epic" : "mysterious";
        }
        if (chroma < PALE) {
            return "calm";
        }
        if (isPink()) {
            return lightness >= LIGHT ? "romantic" : "energetic";
        }
        if (isBetween(60, 125)) {
            return "happy";
        }
        return chroma < VIVID ? "calm" : isBetween(30, 60) ? "energetic" : "playful";
    }

    private boolean isPink() {
        return hue >= 335 || hue < 30;
    }

    private boolean isBetween(double from, double to) {
        return hue >= from && hue < to;
    }

    private static double mean(List<Swatch> swatches, ToDoubleFunction<OkLab> part) {
        return swatches.stream()
                .mapToDouble(swatch -> swatch.share() * part.applyAsDouble(OkLab.of(swatch.colour())))
                .sum();
    }
}
