package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The skill {@code segment_start_button}: looks at pixels only, whoever made them. */
final class SegmentStartButton {
    private static final String METHOD = "regions";
    static final double DEFAULT_THRESHOLD = 0.5;

    record Input(
            String imageUri,
            @Nullable Double confidenceThreshold,
            @Nullable Boolean generateMask) {}

    record Output(
            boolean detected,
            double confidence,
            Bounds bounds,
            MaskPolygon maskPolygon,
            @Nullable String maskImageUri,
            @Nullable String buttonType,
            String detectionMethodUsed) {}

    record Bounds(int x, int y, int width, int height) {
        static final Bounds NONE = new Bounds(0, 0, 0, 0);
    }

    record MaskPolygon(List<Point> points, boolean isClosed) {
        static final MaskPolygon NONE = new MaskPolygon(List.of(), true);
    }

    record Point(double x, double y) {}

    private SegmentStartButton() {}

    static Output run(Input input, SkillContext context) throws SkillException, IOException {
        var address = ArtifactAddress.parse(input.imageUri())
                .orElseThrow(() -> SkillException.invalidInput("/image_uri", "give the address of an artifact"));
        var image = ImageFile.read(context.fetch(address), "/image_uri");
        double threshold = Objects.requireNonNullElse(input.confidenceThreshold(), DEFAULT_THRESHOLD);
        var finding = ButtonSearch.search(image);
        double confidence =
                rounded(finding.map(ButtonSearch.Finding::confidence).orElse(0.0));
        var button = finding.map(ButtonSearch.Finding::shape).filter(_ -> confidence >= threshold);
        var bounds = button.map(SegmentStartButton::bounds).orElse(Bounds.NONE);
        publishBounds(image, button.isPresent(), confidence, bounds, context);
        return new Output(
                button.isPresent(),
                confidence,
                bounds,
                button.map(shape -> new MaskPolygon(RoundedPolygon.points(shape), true))
                        .orElse(MaskPolygon.NONE),
                button.isPresent() && !Boolean.FALSE.equals(input.generateMask())
                        ? publishMask(image, button.get(), context)
                        : null,
                button.map(SegmentStartButton::type).orElse(null),
                METHOD);
    }

    private static void publishBounds(
            BufferedImage image, boolean detected, double confidence, Bounds bounds, SkillContext context)
            throws IOException {
        var json = Json.object()
                .with("image_width", Json.of(image.getWidth()))
                .with("image_height", Json.of(image.getHeight()))
                .with("detected", Json.of(detected))
                .with("confidence", Json.of(confidence))
                .with(
                        "bounds",
                        Json.object()
                                .with("x", Json.of(bounds.x()))
                                .with("y", Json.of(bounds.y()))
                                .with("width", Json.of(bounds.width()))
                                .with("height", Json.of(bounds.height())));
        var file = context.workspace().resolve("button-bounds.json");
        Files.writeString(file, CanonicalJson.text(json));
        context.publish(file, "application/json", "button-bounds.json");
    }

    /** White where the button is, black elsewhere, as large as the picture. */
    private static String publishMask(BufferedImage image, RoundedBox button, SkillContext context) throws IOException {
        var mask = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var box = button.box();
        try (var canvas = Canvas.over(mask)) {
            canvas.fill(
                    new RoundRectangle2D.Double(
                            box.x(), box.y(), box.width(), box.height(), 2 * button.radius(), 2 * button.radius()),
                    Rgb.WHITE);
        }
        var file = context.workspace().resolve("button-mask.png");
        ImageFile.write(mask, "png", file);
        return context.publish(file, "image/png", "button-mask.png").uri();
    }

    private static Bounds bounds(RoundedBox shape) {
        return new Bounds(
                shape.box().x(),
                shape.box().y(),
                shape.box().width(),
                shape.box().height());
    }

    private static String type(RoundedBox shape) {
        return shape.roundness() >= 0.37 ? "pill" : shape.roundness() >= 0.1 ? "rounded" : "rectangular";
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
