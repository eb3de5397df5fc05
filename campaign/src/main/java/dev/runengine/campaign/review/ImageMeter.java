package dev.runengine.campaign.review;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.vision.ImagePalette;
import dev.runengine.campaign.vision.StartButton;
import dev.runengine.skills.typed.SkillException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures pictures: size, contrast, sharpness, colour, and whether the label of a start button can be read. */
final class ImageMeter {
    private static final int SWATCHES = 8;

    private ImageMeter() {}

    static List<Measurement> measure(Path file, Context context) throws Unmeasurable, IOException {
        var image = decoded(file);
        var pixels = PixelStatistics.of(image);
        var measured = new ArrayList<Measurement>();
        measured.add(Measurement.grave(
                Aspect.INTEGRITY,
                "lightness_spread",
                pixels.lightnessSpread(),
                "OKLab",
                new Scale(0.03, 0.2),
                "the picture is nearly one flat tone",
                "Make it again; if it should be this way, it needs no picture."));
        measured.add(Measurement.grave(
                Aspect.TECHNICAL,
                "short_side",
                Math.min(image.getWidth(), image.getHeight()),
                "px",
                new Scale(200, 720),
                "the picture has " + image.getWidth() + " x " + image.getHeight() + " pixels",
                "Use at least 720 pixels along the shorter side."));
        measured.add(Measurement.mild(
                Aspect.TECHNICAL,
                "sharpness",
                pixels.sharpness(),
                "",
                new Scale(0.5, 4),
                "the picture has no sharp edges",
                "Use a picture that was not blurred or enlarged."));
        measured.add(Measurement.mild(
                Aspect.TECHNICAL,
                "colourfulness",
                pixels.colourfulness(),
                "",
                new Scale(0, 15),
                "the picture has hardly any colour",
                "Use stronger colours."));
        measured.add(Measurement.grave(
                Aspect.WEIGHT,
                "file_size",
                Files.size(file),
                "bytes",
                context.budget(1_500_000, 6_000_000),
                "the picture has " + Files.size(file) + " bytes",
                "Store it smaller, or as JPEG."));
        measured.addAll(brand(image, context));
        measured.addAll(button(image, context));
        return measured;
    }

    private static BufferedImage decoded(Path file) throws Unmeasurable, IOException {
        try {
            return ImageFile.read(file, "");
        } catch (SkillException e) {
            throw new Unmeasurable(e.failure().message());
        }
    }

    /** How far the colours of the campaign are from those that the picture is made of. */
    private static List<Measurement> brand(BufferedImage image, Context context) {
        var wanted = context.colours();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var swatches = ImagePalette.of(image, SWATCHES);
        double sum = 0;
        for (var colour : wanted) {
            sum += swatches.stream()
                    .mapToDouble(swatch -> OkLab.of(swatch.colour()).distance(OkLab.of(colour)))
                    .min()
                    .orElse(1);
        }
        return List.of(Measurement.grave(
                Aspect.BRAND,
                "palette_distance",
                sum / wanted.size(),
                "OKLab",
                new Scale(0.3, 0.1),
                "the picture does not have the colours of the campaign",
                "Make it with the campaign's palette."));
    }

    private static List<Measurement> button(BufferedImage image, Context context) {
        var found = StartButton.in(image).filter(button -> button.confidence() >= 0.3);
        if (found.isEmpty()) {
            return context.buttonExpected()
                    ? List.of(Measurement.fact(
                            Aspect.LEGIBILITY,
                            "start_button",
                            false,
                            "no start button can be told from the picture",
                            "Draw a button with a label that stands out from it, and both from the background."))
                    : List.of();
        }
        var button = found.get();
        return List.of(
                Measurement.grave(
                        Aspect.LEGIBILITY,
                        "label_contrast",
                        labelContrast(image, button),
                        "WCAG ratio",
                        // WCAG 2.2, success criterion 1.4.3: 3 for large text, 4.5 for all other.
                        new Scale(2.5, 4.5),
                        "the label of the start button hardly differs from the button",
                        "Use a darker or a lighter label; large text needs a ratio of 3, other text 4.5."),
                Measurement.mild(
                        Aspect.LEGIBILITY,
                        "button_height",
                        100.0 * button.height() / image.getHeight(),
                        "% of the picture",
                        new Scale(1.5, 5),
                        "the start button is small for a finger",
                        "Make it at least 5 % of the picture's height."));
    }

    /** Between the face of a button and the colour that differs most from it in lightness, of those that cover enough. */
    private static double labelContrast(BufferedImage image, StartButton button) {
        int inset = button.height() / 8;
        var face = image.getSubimage(
                button.x() + inset,
                button.y() + inset,
                Math.max(1, button.width() - 2 * inset),
                Math.max(1, button.height() - 2 * inset));
        var swatches = ImagePalette.of(face, 5);
        Rgb ground = swatches.getFirst().colour();
        return swatches.stream()
                .filter(swatch -> swatch.share() >= 0.015)
                .mapToDouble(swatch -> swatch.colour().contrast(ground))
                .max()
                .orElse(1);
    }
}
