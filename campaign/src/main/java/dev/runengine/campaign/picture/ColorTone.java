package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.picture.stage.Palette;
import java.util.List;
import java.util.function.UnaryOperator;

/** A grading of the whole palette. */
enum ColorTone {
    WARM(List.of("warm", "golden", "sunset"), colour -> colour.mix(new Rgb(0xff9a3c), 0.14)),
    COOL(List.of("cool", "cold", "icy"), colour -> colour.mix(new Rgb(0x3c7dff), 0.14)),
    PASTEL(List.of("pastel", "soft", "muted"), colour -> graded(colour, 0.82, 0.6)),
    VIVID(List.of("vivid", "vibrant", "saturated", "bold", "bright"), colour -> graded(colour, Double.NaN, 1.3)),
    DARK(List.of("dark", "moody", "night"), colour -> colour.mix(Rgb.BLACK, 0.28)),
    MONOCHROME(List.of("mono", "grey", "gray", "black and white"), colour -> graded(colour, Double.NaN, 0.12));

    private final List<String> stems;
    private final UnaryOperator<Rgb> grading;

    ColorTone(List<String> stems, UnaryOperator<Rgb> grading) {
        this.stems = stems;
        this.grading = grading;
    }

    static Palette grade(Palette palette, Words reference) {
        for (var tone : values()) {
            if (reference.count(tone.stems) > 0) {
                return tone.graded(palette);
            }
        }
        return palette;
    }

    private Palette graded(Palette palette) {
        return new Palette(
                grading.apply(palette.primary()),
                grading.apply(palette.secondary()),
                grading.apply(palette.accent()),
                grading.apply(palette.background()));
    }

    /** @param lightness to move half way to, or NaN to keep the colour's own */
    private static Rgb graded(Rgb colour, double lightness, double chromaFactor) {
        var lab = OkLab.of(colour);
        double light = Double.isNaN(lightness) ? lab.lightness() : (lab.lightness() + lightness) / 2;
        return OkLab.ofLch(light, lab.chroma() * chromaFactor, lab.hue()).toRgb();
    }
}
