package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;

/** The colours of a campaign. */
public record Palette(Rgb primary, Rgb secondary, Rgb accent, Rgb background) {
    public static final Palette USUAL =
            new Palette(new Rgb(0x7b2ff7), new Rgb(0x2f80f7), new Rgb(0xffd447), new Rgb(0x1c1033));

    /** What lies at the edges and round letters: the background, or a dark primary if that is light. */
    Rgb deep() {
        return OkLab.of(background).lightness() < 0.5
                ? background.mix(primary, 0.2).mix(Rgb.BLACK, 0.3)
                : primary.mix(Rgb.BLACK, 0.62);
    }

    Rgb rim() {
        return deep().mix(Rgb.BLACK, 0.35);
    }

    /** The same colours on a rainy day. */
    Palette faded() {
        return new Palette(faded(primary), faded(secondary), faded(accent), faded(background));
    }

    private static Rgb faded(Rgb colour) {
        var lab = OkLab.of(colour);
        // A touch of blue: grey alone looks like a fault.
        return new OkLab(0.16 + lab.lightness() * 0.5, lab.a() * 0.3 - 0.004, lab.b() * 0.3 - 0.022).toRgb();
    }
}
