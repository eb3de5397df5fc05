package dev.runengine.campaign.mesh;

import dev.runengine.campaign.mesh.gltf.Appearance;
import dev.runengine.campaign.mesh.gltf.Material;
import dev.runengine.campaign.mesh.gltf.Model;
import dev.runengine.campaign.mesh.gltf.Primitive;
import dev.runengine.campaign.mesh.gltf.Semantic;
import dev.runengine.campaign.mesh.shape.Finish;
import dev.runengine.campaign.mesh.shape.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A modelled prize as glTF sees it: one material and one primitive per finish. */
final class PrizeModel {
    private PrizeModel() {}

    static Model of(String name, List<Surface> surfaces) {
        var materials = new ArrayList<Material>();
        var primitives = new ArrayList<Primitive>();
        for (var surface : surfaces) {
            var attributes = Map.of(
                    Semantic.POSITION, surface.positions(),
                    Semantic.NORMAL, surface.normals(),
                    Semantic.COLOR_0, surface.colours());
            primitives.add(new Primitive(materials.size(), attributes, surface.indices()));
            materials.add(material(surface.finish()));
        }
        return new Model(name, primitives, Appearance.of(materials));
    }

    private static Material material(Finish finish) {
        return new Material(
                finish.name().toLowerCase(Locale.ROOT), finish.metallic(), finish.roughness(), finish.opacity());
    }
}
