package dev.runengine.campaign.mesh.gltf;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A metallic-roughness material whose colour comes from the vertices. All values 0 to 1. */
public record Material(String name, double metallic, double roughness, double opacity) {

    ObjectNode toNode() {
        var node = JsonNodeFactory.instance.objectNode().put("name", name);
        var pbr = node.putObject("pbrMetallicRoughness");
        if (opacity < 1) {
            pbr.putArray("baseColorFactor").add(1.0).add(1.0).add(1.0).add(opacity);
            node.put("alphaMode", "BLEND");
        }
        pbr.put("metallicFactor", metallic).put("roughnessFactor", roughness);
        return node;
    }
}
