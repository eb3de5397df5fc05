package dev.runengine.campaign.theme;

import dev.runengine.campaign.brief.ColorScheme;
import dev.runengine.campaign.color.Contrast;
import dev.runengine.campaign.color.Rgb;
import java.util.List;

/** The output of both skills. Colours are {@code #rrggbb}. */
record ExtractedTheme(
        String primaryColor,
        String secondaryColor,
        String accentColor,
        String backgroundColor,
        String textColor,
        String mood,
        double confidence,
        List<String> palette) {

    static ExtractedTheme of(ColorScheme scheme, String mood, double confidence, List<Rgb> palette) {
        return new ExtractedTheme(
                scheme.primary().hex(),
                scheme.secondary().hex(),
                scheme.accent().hex(),
                scheme.background().hex(),
                Contrast.textOn(scheme.background()).hex(),
                mood,
                Math.rint(confidence * 100) / 100,
                palette.stream().map(Rgb::hex).distinct().toList());
    }
}
