package dev.runengine.campaign.theme;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.vision.ImagePalette;
import dev.runengine.campaign.vision.ImagePalette.Swatch;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The skill {@code extract_theme_from_image}. */
final class ImageTheme {
    private static final int USUAL_COLOURS = 6;

    record Input(String imageUri, @Nullable Integer maxColors) {}

    private ImageTheme() {}

    static ExtractedTheme run(Input input, SkillContext context) throws SkillException, IOException {
        var address = ArtifactAddress.parse(input.imageUri())
                .orElseThrow(() -> SkillException.invalidInput("/image_uri", "give the address of an artifact"));
        var image = ImageFile.read(context.fetch(address), "/image_uri");
        var swatches = ImagePalette.of(image, Objects.requireNonNullElse(input.maxColors(), USUAL_COLOURS));
        return ExtractedTheme.of(
                Casting.of(swatches),
                ColourMood.of(swatches),
                confidence(swatches),
                swatches.stream().map(Swatch::colour).toList());
    }

    /** A picture of several clear colours says more about a look than one of a single or of greys. */
    private static double confidence(List<Swatch> swatches) {
        double colourful = swatches.stream()
                .filter(swatch -> OkLab.of(swatch.colour()).chroma() > 0.05)
                .mapToDouble(Swatch::share)
                .sum();
        return 0.4 + 0.08 * Math.min(4, swatches.size() - 1) + 0.25 * colourful;
    }
}
