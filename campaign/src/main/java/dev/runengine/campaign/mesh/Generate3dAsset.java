package dev.runengine.campaign.mesh;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.mesh.Measures.BoundingBox;
import dev.runengine.campaign.mesh.Measures.Geometry;
import dev.runengine.campaign.mesh.gltf.Encoding;
import dev.runengine.campaign.mesh.gltf.Glb;
import dev.runengine.campaign.mesh.shape.Palette;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.SkillException;
import dev.runengine.skills.typed.TypedSkill;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Models the prize that a prompt names, in the campaign's colours. */
final class Generate3dAsset {
    private static final String MODELLER = "procedural-prizes@1";
    private static final int DEFAULT_TRIANGLES = 80_000;
    private static final Colors DEFAULT_COLORS = new Colors("#e5484d", "#3e63dd", "#ffb224", "#1c1b29");

    private Generate3dAsset() {}

    record Input(
            String prompt,
            Style style,
            @Nullable PolyBudget polyBudget,
            @Nullable Long seed) {}

    record Style(String theme, String category, @Nullable Colors colorPalette) {}

    record Colors(String primary, String secondary, String accent, String background) {}

    record PolyBudget(@Nullable Integer maxTriangles) {}

    record Output(
            String modelUri,
            String format,
            long fileSizeBytes,
            Geometry geometry,
            BoundingBox boundingBox,
            Params generationParams) {}

    record Params(String prompt, long seed, String model, String prize) {}

    static Skill skill() {
        return TypedSkill.of(
                SkillDescriptors.load(Generate3dAsset.class, "generate_3d_asset.json"),
                Input.class,
                Generate3dAsset::run);
    }

    private static Output run(Input input, SkillContext context) throws SkillException, IOException {
        var prize = Lexicon.prize(
                List.of(input.prompt(), input.style().category(), input.style().theme()));
        long seed = seed(input);
        var name = prize.name().toLowerCase(Locale.ROOT);
        var surfaces = prize.model(palette(input), seed, maxTriangles(input));
        var model = PrizeModel.of(name, surfaces);
        var file = context.workspace().resolve(name + ".glb");
        Files.write(file, Glb.write(model, Encoding.EXACT));
        var address = context.publish(file, Glb.MEDIA_TYPE, name + ".glb");
        return new Output(
                address.uri(),
                "glb",
                Files.size(file),
                Geometry.of(model),
                BoundingBox.of(model.bounds()),
                new Params(input.prompt(), seed, MODELLER, name));
    }

    private static int maxTriangles(Input input) {
        var budget = input.polyBudget();
        return budget == null || budget.maxTriangles() == null ? DEFAULT_TRIANGLES : budget.maxTriangles();
    }

    private static Palette palette(Input input) throws SkillException {
        var chosen = input.style().colorPalette();
        var colors = chosen == null ? DEFAULT_COLORS : chosen;
        return new Palette(
                color(colors.primary(), "primary"),
                color(colors.secondary(), "secondary"),
                color(colors.accent(), "accent"),
                color(colors.background(), "background"));
    }

    private static Rgb color(String hex, String name) throws SkillException {
        return Rgb.parse(hex)
                .orElseThrow(() -> SkillException.invalidInput(
                        "/style/color_palette/" + name, "\"" + hex + "\" is no colour; write it as #RRGGBB"));
    }

    /** Within the whole numbers that JSON keeps exact. */
    private static long seed(Input input) {
        if (input.seed() != null) {
            return input.seed();
        }
        var text = CanonicalJson.text(Json.array(
                Json.of(input.prompt()),
                Json.of(input.style().theme()),
                Json.of(input.style().category())));
        return SplitMix.seed(text) & (1L << 53) - 1;
    }
}
