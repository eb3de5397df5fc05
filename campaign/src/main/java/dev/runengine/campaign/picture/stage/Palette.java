package dev.runengine.campaign.picture.stage;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.util.Comparator;
import java.util.List;

/** The four colours of a campaign and the shades that painting derives from them. */
public record Palette(Rgb primary, Rgb secondary, Rgb accent, Rgb background) {
    private static final double DARK = 0.5;
    private static final double STANDS_OUT = 0.17;

    /** The same hue at another lightness, 0 to 1. */
    public static Rgb lightness(Rgb colour, double lightness) {
        var lab = OkLab.of(colour);
        return OkLab.ofLch(lightness, lab.chroma(), lab.hue()).toRgb();
    }

    public static Rgb lighter(Rgb colour, double share) {
        return colour.mix(Rgb.WHITE, share);
    }

    public static Rgb darker(Rgb colour, double share) {
        return colour.mix(Rgb.BLACK, share);
    }

    public boolean isDark() {
        return OkLab.of(background).lightness() < DARK;
    }

    /** Nearly black, of the main hue: outlines and shadows. */
    public Rgb deep() {
        return lightness(primary, 0.2);
    }

    /** The button's colour: the accent, unless it would vanish in what lies behind it. */
    public Rgb button(Rgb behind) {
        return List.of(accent, secondary, primary).stream()
                .map(Palette::luminous)
                .filter(colour -> distance(colour, behind) > STANDS_OUT)
                .findFirst()
                .orElseGet(() -> mostDistant(behind));
    }

    private Rgb mostDistant(Rgb behind) {
        return List.of(luminous(accent), lightness(primary, 0.35), lightness(accent, 0.85)).stream()
                .max(Comparator.comparingDouble(colour -> distance(colour, behind)))
                .orElseThrow();
    }

    private static Rgb luminous(Rgb colour) {
        return lightness(colour, Math.clamp(OkLab.of(colour).lightness(), 0.52, 0.82));
    }

    private static double distance(Rgb one, Rgb other) {
        return OkLab.of(one).distance(OkLab.of(other));
    }
}
