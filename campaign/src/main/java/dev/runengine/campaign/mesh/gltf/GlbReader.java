package dev.runengine.campaign.mesh.gltf;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Walks through the default scene and collects its triangles. */
final class GlbReader {
    private static final int TRIANGLES = 4;
    private static final int MAX_PRIMITIVES = 1000;
    /** What changes nothing about reading triangles, or is understood here. */
    private static final Pattern HARMLESS =
            Pattern.compile("KHR_mesh_quantization|KHR_texture_transform|KHR_materials_[a-z_]+");

    private final JsonNode root;
    private final Accessors accessors;
    private final AppearanceReader appearance;
    private final PrimitiveJoiner joiner = new PrimitiveJoiner();
    private int triangles;
    private int vertices;
    private int primitives;

    GlbReader(Container container) {
        this.root = container.json();
        this.accessors = new Accessors(container);
        this.appearance = new AppearanceReader(root, accessors);
    }

    Model read() throws GlbException {
        refuseWhatCannotBeKept();
        walk();
        if (triangles == 0) {
            throw new GlbException("the scene has no triangles");
        }
        return new Model(name(), joiner.joined(), appearance.read());
    }

    private void refuseWhatCannotBeKept() throws GlbException {
        for (var extension : root.path("extensionsRequired")) {
            if (!HARMLESS.matcher(extension.asString("")).matches()) {
                throw new GlbException(
                        "the file requires the extension " + extension.asString("") + "; export the model without it");
            }
        }
        for (var member : List.of("skins", "animations")) {
            if (!root.path(member).isEmpty()) {
                throw new GlbException("the model has " + member + "; export it as a still model");
            }
        }
    }

    private void walk() throws GlbException {
        var scene = accessors.element("scenes", sceneReference());
        record Visit(JsonNode reference, Matrix parent) {}
        var open = new ArrayDeque<Visit>();
        scene.path("nodes").forEach(child -> open.add(new Visit(child, Matrix.IDENTITY)));
        var seen = new HashSet<JsonNode>();
        while (!open.isEmpty()) {
            var visit = open.poll();
            if (!seen.add(visit.reference())) {
                throw new GlbException("node " + visit.reference() + " hangs in the scene twice");
            }
            var node = accessors.element("nodes", visit.reference());
            var matrix = visit.parent().times(Matrix.ofNode(node));
            if (node.has("mesh")) {
                addMesh(accessors.element("meshes", node.get("mesh")), matrix);
            }
            node.path("children").forEach(child -> open.add(new Visit(child, matrix)));
        }
    }

    /** A file without a default scene means its first one. */
    private JsonNode sceneReference() {
        return root.has("scene") ? root.get("scene") : JsonNodeFactory.instance.numberNode(0);
    }

    private void addMesh(JsonNode mesh, Matrix matrix) throws GlbException {
        for (var primitive : mesh.path("primitives")) {
            if (++primitives > MAX_PRIMITIVES) {
                throw new GlbException("more than " + MAX_PRIMITIVES + " primitives; join the meshes first");
            }
            if (primitive.path("mode").asInt(TRIANGLES) != TRIANGLES) {
                throw new GlbException("the model has points, lines, strips or fans; export it as triangles");
            }
            if (primitive.has("targets")) {
                throw new GlbException("the model has morph targets; export it as a still model");
            }
            joiner.add(placed(primitive, matrix));
        }
    }

    private Primitive placed(JsonNode node, Matrix matrix) throws GlbException {
        var attributes = node.path("attributes");
        if (!attributes.has(Semantic.POSITION.name())) {
            throw new GlbException("a primitive has no positions");
        }
        var position = attributes.get(Semantic.POSITION.name());
        int count = accessors.count(position, Glb.MAX_VERTICES - vertices, "further vertices");
        vertices += count;
        var values = new EnumMap<Semantic, float[]>(Semantic.class);
        for (var semantic : Semantic.values()) {
            if (attributes.has(semantic.name())) {
                values.put(semantic, attribute(attributes.get(semantic.name()), semantic, count, matrix));
            }
        }
        return new Primitive(appearance.material(node), values, triangles(node, count, matrix));
    }

    private float[] attribute(JsonNode reference, Semantic semantic, int count, Matrix matrix) throws GlbException {
        if (accessors.count(reference, Glb.MAX_VERTICES, "vertices") != count) {
            throw new GlbException("the attributes of a primitive differ in number");
        }
        var values = accessors.values(reference, semantic.components());
        return switch (semantic) {
            case POSITION -> finite(matrix.points(values));
            case NORMAL -> matrix.normals(values);
            case TANGENT -> matrix.tangents(values);
            case TEXCOORD_0, TEXCOORD_1, COLOR_0 -> values;
        };
    }

    private int[] triangles(JsonNode node, int count, Matrix matrix) throws GlbException {
        int corners = node.has("indices")
                ? accessors.count(node.get("indices"), 3 * (Glb.MAX_TRIANGLES - triangles), "further indices")
                : count;
        if (corners % 3 != 0) {
            throw new GlbException(corners + " indices make no whole number of triangles");
        }
        triangles += corners / 3;
        var indices = node.has("indices") ? accessors.indices(node.get("indices"), count) : ascending(count);
        if (matrix.mirrors()) {
            for (int i = 0; i < corners; i += 3) {
                int swapped = indices[i + 1];
                indices[i + 1] = indices[i + 2];
                indices[i + 2] = swapped;
            }
        }
        return indices;
    }

    private String name() {
        var name = root.path("nodes").path(0).path("name").asString("");
        return name.isBlank() || name.length() > 200 ? "model" : name;
    }

    private static float[] finite(float[] positions) throws GlbException {
        for (float value : positions) {
            if (!Float.isFinite(value)) {
                throw new GlbException("a node moves vertices out of the range of numbers");
            }
        }
        return positions;
    }

    private static int[] ascending(int count) {
        var indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        return indices;
    }
}
