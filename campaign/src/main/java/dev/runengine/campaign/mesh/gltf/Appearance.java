package dev.runengine.campaign.mesh.gltf;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How surfaces look: materials and what they refer to, as glTF writes them. The trees must not be changed.
 *
 * @param extensions that the materials and textures use
 */
public record Appearance(
        ArrayNode materials, ArrayNode textures, ArrayNode samplers, List<Image> images, TreeSet<String> extensions) {

    /** An encoded texture. */
    public record Image(String mediaType, byte[] bytes) {}

    public Appearance {
        images = List.copyOf(images);
        extensions = new TreeSet<>(extensions);
    }

    /** Untextured. */
    public static Appearance of(List<Material> materials) {
        var nodes = JsonNodeFactory.instance;
        var array = nodes.arrayNode();
        materials.forEach(material -> array.add(material.toNode()));
        return new Appearance(array, nodes.arrayNode(), nodes.arrayNode(), List.of(), new TreeSet<>());
    }
}
