package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.picture.IntroImageInput.BrandAsset;
import dev.runengine.campaign.picture.IntroImageInput.Colors;
import dev.runengine.campaign.picture.IntroImageInput.Specs;
import dev.runengine.campaign.picture.IntroImageInput.StyleRefs;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The skill {@code generate_intro_image}: paints, no model and no network. */
final class GenerateIntroImage {
    private static final String MODEL = "run-engine-painter-1";

    record Output(
            String imageUri,
            int width,
            int height,
            String format,
            long fileSizeBytes,
            GenerationParams generationParams) {}

    /** What was asked for, so that a later change can start from it. */
    record GenerationParams(
            String prompt,
            long seed,
            String model,
            @Nullable String headline,
            @Nullable Colors palette,
            @Nullable String style,
            @Nullable String mood,
            List<BrandAsset> brandAssets) {
        static GenerationParams of(IntroImageInput input, long seed) {
            var refs = input.styleRefs() == null ? StyleRefs.NONE : input.styleRefs();
            return new GenerationParams(
                    input.prompt(),
                    seed,
                    MODEL,
                    input.headline(),
                    input.palette(),
                    refs.style(),
                    refs.mood(),
                    input.brandAssets());
        }
    }

    private GenerateIntroImage() {}

    static Output run(IntroImageInput input, SkillContext context) throws SkillException, IOException {
        var specs = input.specs() == null ? Specs.NONE : input.specs();
        var size = PictureSize.of(specs.width(), specs.height(), specs.aspectRatio());
        var format = specs.format() == null ? "png" : specs.format();
        var brief = BriefReader.read(input, context);
        var file = context.workspace().resolve("intro." + format);
        ImageFile.write(IntroPainter.paint(brief, size).image(), format, file);
        var address = context.publish(file, "image/" + format, "intro." + format);
        return new Output(
                address.uri(),
                size.width(),
                size.height(),
                format,
                Files.size(file),
                GenerationParams.of(input, brief.seed()));
    }
}
