package dev.runengine.campaign.mesh.gltf;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the header of a GLB file says about its model. Compressed files are understood too, since no vertex is read; nothing
 * in it has been checked against the vertices.
 *
 * @param triangles of all primitives
 * @param extent of the largest primitive along its longest side, in its own unit
 * @param required extensions that a viewer must know
 */
public record GlbOutline(long triangles, long vertices, int materials, double extent, Set<String> required) {
    private static final int TRIANGLES = 4;

    public GlbOutline {
        required = Set.copyOf(required);
    }

    /** @throws GlbException when it is no GLB file, or is cut off */
    public static GlbOutline of(byte[] file) throws GlbException {
        var root = Container.read(file).json();
        long triangles = 0;
        long vertices = 0;
        double extent = 0;
        for (var mesh : root.path("meshes")) {
            for (var primitive : mesh.path("primitives")) {
                var position = accessor(root, primitive.at("/attributes/POSITION"));
                var corners = primitive.has("indices") ? accessor(root, primitive.get("indices")) : position;
                triangles += primitive.path("mode").asInt(TRIANGLES) == TRIANGLES ? count(corners) / 3 : 0;
                vertices += count(position);
                extent = Math.max(extent, extent(position));
            }
        }
        var required = new TreeSet<String>();
        root.path("extensionsRequired").forEach(name -> required.add(name.asString("")));
        return new GlbOutline(triangles, vertices, root.path("materials").size(), extent, required);
    }

    private static JsonNode accessor(JsonNode root, JsonNode index) {
        return root.path("accessors").path(index.asInt(-1));
    }

    private static long count(JsonNode accessor) {
        return Math.max(0, accessor.path("count").asLong(0));
    }

    private static double extent(JsonNode position) {
        double longest = 0;
        for (int axis = 0; axis < 3; axis++) {
            double side = position.path("max").path(axis).asDouble(0)
                    - position.path("min").path(axis).asDouble(0);
            longest = Math.max(longest, side);
        }
        return longest;
    }
}
