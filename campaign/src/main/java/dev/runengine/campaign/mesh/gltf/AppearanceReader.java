package dev.runengine.campaign.mesh.gltf;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes over materials, textures and samplers as they are, and the images they need. */
final class AppearanceReader {
    private static final Pattern OF_MATERIALS = Pattern.compile("KHR_materials_[a-z_]+|KHR_texture_[a-z_]+");
    private static final Pattern DATA_URI = Pattern.compile("data:(image/(?:png|jpeg|webp));base64,");

    private final JsonNode root;
    private final Accessors accessors;

    AppearanceReader(JsonNode root, Accessors accessors) {
        this.root = root;
        this.accessors = accessors;
    }

    Appearance read() throws GlbException {
        var extensions = new TreeSet<String>();
        for (var name : root.path("extensionsUsed")) {
            if (OF_MATERIALS.matcher(name.asString("")).matches()) {
                extensions.add(name.asString());
            }
        }
        return new Appearance(array("materials"), array("textures"), array("samplers"), images(), extensions);
    }

    /** The place of a primitive's material. */
    int material(JsonNode primitive) throws GlbException {
        if (!primitive.has("material")) {
            return Primitive.NO_MATERIAL;
        }
        accessors.element("materials", primitive.get("material"));
        return primitive.get("material").asInt();
    }

    private ArrayNode array(String member) {
        return root.path(member) instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode();
    }

    private List<Appearance.Image> images() throws GlbException {
        var images = new ArrayList<Appearance.Image>();
        long total = 0;
        for (var image : root.path("images")) {
            images.add(image.has("uri") ? ofDataUri(image.get("uri").asString("")) : ofView(image));
            // Many images may point at the same bytes.
            total += images.getLast().bytes().length;
            if (total > Glb.MAX_BYTES) {
                throw new GlbException("the textures have more than " + Glb.MAX_BYTES + " bytes");
            }
        }
        return images;
    }

    private Appearance.Image ofView(JsonNode image) throws GlbException {
        return new Appearance.Image(
                image.path("mimeType").asString("image/png"), accessors.view(image.path("bufferView")));
    }

    private static Appearance.Image ofDataUri(String uri) throws GlbException {
        var head = DATA_URI.matcher(uri);
        if (!head.lookingAt()) {
            throw new GlbException("a texture lies outside the file; export the model as one self-contained GLB");
        }
        try {
            return new Appearance.Image(head.group(1), Base64.getDecoder().decode(uri.substring(head.end())));
        } catch (IllegalArgumentException e) {
            throw new GlbException("a texture is not valid base64: " + e.getMessage());
        }
    }
}
