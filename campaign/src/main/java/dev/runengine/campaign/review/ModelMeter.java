package dev.runengine.campaign.review;

import dev.runengine.campaign.mesh.gltf.Glb;
import dev.runengine.campaign.mesh.gltf.GlbException;
import dev.runengine.campaign.mesh.gltf.GlbOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures 3D models: triangles, size, extent. */
final class ModelMeter {
    private static final String COMPRESSION = "EXT_meshopt_compression";

    private ModelMeter() {}

    static List<Measurement> measure(Path file, Context context) throws Unmeasurable, IOException {
        long bytes = Files.size(file);
        if (bytes > Glb.MAX_BYTES) {
            throw new Unmeasurable("the model has " + bytes + " bytes; more than " + Glb.MAX_BYTES + " are not read");
        }
        var outline = outline(Files.readAllBytes(file));
        return List.of(
                Measurement.fact(
                        Aspect.INTEGRITY,
                        "has_shape",
                        outline.triangles() > 0 && outline.extent() > 0,
                        "the model has no triangles, or all of them in one point",
                        "Export it again as a triangle mesh."),
                Measurement.mild(
                        Aspect.TECHNICAL,
                        "materials",
                        outline.materials(),
                        "",
                        new Scale(0, 1),
                        "the model has no material",
                        "Give it a colour."),
                Measurement.grave(
                        Aspect.WEIGHT,
                        "triangles",
                        outline.triangles(),
                        "",
                        context.budget(8_000, 100_000),
                        "the model has " + outline.triangles() + " triangles",
                        "Simplify it by optimize_3d_asset."),
                Measurement.grave(
                        Aspect.WEIGHT,
                        "file_size",
                        bytes,
                        "bytes",
                        context.budget(500_000, 8_000_000),
                        "the model has " + bytes + " bytes",
                        "Simplify or quantise it by optimize_3d_asset."));
    }

    /** Reads every vertex, where they are not compressed: a header may promise what is not there. */
    private static GlbOutline outline(byte[] file) throws Unmeasurable {
        try {
            var outline = GlbOutline.of(file);
            if (!outline.required().contains(COMPRESSION)) {
                Glb.read(file);
            }
            return outline;
        } catch (GlbException e) {
            throw new Unmeasurable("the model cannot be used: " + e.getMessage());
        }
    }
}
