package dev.runengine.campaign.mesh.gltf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one primitive of all that could be drawn together: the same material and the same attributes. */
final class PrimitiveJoiner {
    private record Kind(int material, Set<Semantic> attributes) {}

    private final Map<Kind, List<Primitive>> groups = new LinkedHashMap<>();

    void add(Primitive primitive) {
        if (primitive.triangleCount() > 0) {
            var kind = new Kind(
                    primitive.material(), Set.copyOf(primitive.attributes().keySet()));
            groups.computeIfAbsent(kind, _ -> new ArrayList<>()).add(primitive);
        }
    }

    List<Primitive> joined() {
        return groups.values().stream().map(PrimitiveJoiner::join).toList();
    }

    private static Primitive join(List<Primitive> group) {
        if (group.size() == 1) {
            return group.getFirst();
        }
        int vertices = group.stream().mapToInt(Primitive::vertexCount).sum();
        int corners = group.stream().mapToInt(p -> p.indices().length).sum();
        var attributes = new EnumMap<Semantic, float[]>(Semantic.class);
        for (var semantic : group.getFirst().attributes().keySet()) {
            attributes.put(semantic, new float[vertices * semantic.components()]);
        }
        var indices = new int[corners];
        int vertex = 0;
        int corner = 0;
        for (var primitive : group) {
            for (var target : attributes.entrySet()) {
                var values = primitive.values(target.getKey());
                int at = vertex * target.getKey().components();
                System.arraycopy(values, 0, target.getValue(), at, values.length);
            }
            for (int index : primitive.indices()) {
                indices[corner++] = vertex + index;
            }
            vertex += primitive.vertexCount();
        }
        return new Primitive(group.getFirst().material(), attributes, indices);
    }
}
