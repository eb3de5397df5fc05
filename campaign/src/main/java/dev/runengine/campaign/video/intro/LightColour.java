package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Raster;
import java.awt.image.BufferedImage;

/** The colour of the light that suits a picture: its vivid colours, made bright. */
final class LightColour {
    private static final double LIGHTNESS = 0.88;
    private static final double MAX_CHROMA = 0.12;
    private static final int STEP = 7;

    private LightColour() {}

    static Rgb of(BufferedImage picture) {
        var pixels = Raster.pixels(picture);
        double a = 0;
        double b = 0;
        double weights = 0;
        for (int i = 0; i < pixels.length; i += STEP) {
            var colour = OkLab.of(new Rgb(pixels[i]));
            // Warm and bright colours look like light, dark blue ones do not.
            double weight = colour.chroma() * colour.lightness() * colour.lightness() * (colour.b() > 0 ? 2 : 1);
            a += colour.a() * weight;
            b += colour.b() * weight;
            weights += weight;
        }
        if (weights < 1e-6) {
            return Rgb.WHITE;
        }
        var mean = new OkLab(LIGHTNESS, a / weights, b / weights);
        return OkLab.ofLch(LIGHTNESS, Math.min(MAX_CHROMA, mean.chroma()), mean.hue())
                .toRgb();
    }
}
