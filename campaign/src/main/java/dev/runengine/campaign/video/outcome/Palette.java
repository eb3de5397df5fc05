package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;

/** The colours of a campaign. */
public record Palette(Rgb primary, Rgb secondary, Rgb accent, Rgb background) {
    public static final Palette USUAL =
            new Palette(new Rgb(0x7b2ff7), new Rgb(0x2f80f7), new Rgb(0xffd447), new Rgb(0x1c1033));

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
