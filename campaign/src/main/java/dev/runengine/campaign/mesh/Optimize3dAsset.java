package dev.runengine.campaign.mesh;

import dev.runengine.campaign.mesh.Measures.Geometry;
import dev.runengine.campaign.mesh.Measures.Reduction;
import dev.runengine.campaign.mesh.Measures.Size;
import dev.runengine.campaign.mesh.gltf.Encoding;
import dev.runengine.campaign.mesh.gltf.Glb;
import dev.runengine.campaign.mesh.gltf.GlbException;
import dev.runengine.campaign.mesh.gltf.Model;
import dev.runengine.campaign.mesh.simplify.Simplifier;
import dev.runengine.campaign.mesh.simplify.Simplifier.Simplified;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.SkillException;
import dev.runengine.skills.typed.TypedSkill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a model within a triangle budget, stores it compactly, and makes coarser levels of detail. */
final class Optimize3dAsset {
    private Optimize3dAsset() {}

    record Input(String modelUri, Constraints constraints) {}

    record Constraints(
            @Nullable Budget geometry,
            @Nullable Integer lods,
            @Nullable Level optimizationLevel,
            @Nullable Platform targetPlatform) {

        /** The smallest of what is asked for; without any wish what suits the platform. */
        int triangles(int original) {
            int most = original;
            if (geometry == null || geometry.isEmpty()) {
                return Math.min(most, (targetPlatform == null ? Platform.mobile : targetPlatform).triangles);
            }
            if (geometry.maxTriangles() != null) {
                most = Math.min(most, geometry.maxTriangles());
            }
            if (geometry.simplificationRatio() != null) {
                most = (int) Math.min(most, Math.max(1, original * geometry.simplificationRatio()));
            }
            return most;
        }

        /** Every level has half the triangles of the one before. */
        List<Integer> budgets(int original) {
            var budgets = new ArrayList<Integer>();
            for (int level = 0, most = triangles(original); level <= (lods == null ? 0 : lods); level++) {
                budgets.add(Math.max(1, most >> level));
            }
            return budgets;
        }
    }

    record Budget(@Nullable Integer maxTriangles, @Nullable Double simplificationRatio) {
        boolean isEmpty() {
            return maxTriangles == null && simplificationRatio == null;
        }
    }

    /** Spelt as in JSON. */
    enum Level {
        conservative,
        balanced,
        aggressive
    }

    /** Spelt as in JSON. */
    enum Platform {
        mobile(3_000),
        web(8_000),
        desktop(20_000);

        private final int triangles;

        Platform(int triangles) {
            this.triangles = triangles;
        }
    }

    record Output(
            String optimizedModelUri, String originalModelUri, Geometry geometry, List<Lod> lods, Metrics metrics) {}

    record Lod(int level, String modelUri, int triangles, int vertices, long fileSizeBytes) {}

    record Metrics(Size original, Size optimized, Reduction reduction, double simplificationError) {}

    static Skill skill() {
        return TypedSkill.of(
                SkillDescriptors.load(Optimize3dAsset.class, "optimize_3d_asset.json"),
                Input.class,
                Optimize3dAsset::run);
    }

    private static Output run(Input input, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var file = source(input.modelUri(), context);
        var original = read(file);
        var simplifier = new Simplifier(context.workspace());
        var levels = simplifier.simplify(original, input.constraints().budgets(original.triangleCount()));
        var first = levels.getFirst();
        if (first.model().triangleCount() == 0) {
            throw SkillException.invalidInput(
                    "/constraints/geometry", "nothing of this model is left with so few triangles; allow more");
        }
        var shipped = new ArrayList<Shipped>();
        for (var level : levels) {
            if (level.model().triangleCount() > 0) {
                shipped.add(ship(level.model(), shipped.size(), simplifier, input.constraints(), context));
            }
        }
        return output(input, Size.of(original, Files.size(file)), first, shipped);
    }

    private static Output output(Input input, Size before, Simplified first, List<Shipped> shipped) {
        var after = shipped.getFirst().size();
        return new Output(
                shipped.getFirst().uri(),
                input.modelUri(),
                Geometry.of(first.model()),
                shipped.subList(1, shipped.size()).stream().map(Shipped::lod).toList(),
                new Metrics(before, after, Reduction.between(before, after), first.error()));
    }

    private static Path source(String uri, SkillContext context) throws SkillException, IOException {
        var address = ArtifactAddress.parse(uri)
                .orElseThrow(() -> SkillException.invalidInput(
                        "/model_uri", "\"" + uri + "\" is no artifact address (artifact:sha256:<64 hex digits>)"));
        return context.fetch(address);
    }

    private static Model read(Path file) throws SkillException, IOException {
        if (Files.size(file) > Glb.MAX_BYTES) {
            throw SkillException.invalidInput(
                    "/model_uri", "the file has " + Files.size(file) + " bytes; the most is " + Glb.MAX_BYTES);
        }
        try {
            return Glb.read(Files.readAllBytes(file));
        } catch (GlbException e) {
            throw SkillException.invalidInput("/model_uri", String.valueOf(e.getMessage()));
        }
    }

    private record Shipped(int level, String uri, Size size) {
        Lod lod() {
            return new Lod(level, uri, size.triangles(), size.vertices(), size.fileSizeBytes());
        }
    }

    private static Shipped ship(
            Model model, int level, Simplifier simplifier, Constraints constraints, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var name = level == 0 ? "optimized.glb" : "lod" + level + ".glb";
        var file = context.workspace().resolve(name);
        Files.write(file, encoded(model, simplifier, constraints));
        var address = context.publish(file, Glb.MEDIA_TYPE, name);
        return new Shipped(level, address.uri(), Size.of(model, Files.size(file)));
    }

    private static byte[] encoded(Model model, Simplifier simplifier, Constraints constraints)
            throws SkillException, InterruptedException {
        var level = constraints.optimizationLevel() == null ? Level.balanced : constraints.optimizationLevel();
        return switch (level) {
            case conservative -> Glb.write(model, Encoding.EXACT);
            case balanced -> Glb.write(model, Encoding.QUANTIZED);
            case aggressive -> Glb.writeCompressed(model, simplifier.compressor());
        };
    }
}
