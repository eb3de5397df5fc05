package dev.runengine.campaign.mesh.gltf;

import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;

/** Reads numbers out of the binary chunk, where the file says they are and only there. */
final class Accessors {
    private final JsonNode root;
    private final ByteBuffer binary;

    Accessors(Container container) {
        this.root = container.json();
        this.binary = container.binary();
    }

    /** The number of elements an accessor claims to have, at most {@code limit}. */
    int count(JsonNode reference, int limit, String what) throws GlbException {
        long count = whole(accessor(reference).path("count"), "an accessor's count");
        if (count > limit) {
            throw new GlbException(count + " " + what + " are more than the " + limit + " this skill takes");
        }
        return (int) count;
    }

    /** @param components expected per element; missing ones get the value 1, as the alpha of a colour */
    float[] values(JsonNode reference, int components) throws GlbException {
        var accessor = accessor(reference);
        int stored = components(accessor);
        if (stored != components && !(components == 4 && stored == 3)) {
            throw new GlbException("an accessor has " + stored + " components instead of " + components);
        }
        var elements = elements(accessor, stored);
        var type = elements.type();
        boolean normalized = accessor.path("normalized").asBoolean(false);
        var values = new float[elements.count() * components];
        for (int i = 0; i < values.length; i++) {
            int component = i % components;
            if (component >= stored) {
                values[i] = 1;
                continue;
            }
            double value = type.read(binary, elements.at(i / components, component));
            values[i] = (float) (normalized ? type.normalized(value) : value);
            if (!Float.isFinite(values[i])) {
                throw new GlbException("vertex " + i / components + " holds something that is not a finite number;"
                        + " repair the model in the tool that made it");
            }
        }
        return values;
    }

    /** @param vertices how many there are to point at */
    int[] indices(JsonNode reference, int vertices) throws GlbException {
        var elements = elements(accessor(reference), 1);
        if (elements.type() == ComponentType.FLOAT) {
            throw new GlbException("indices are fractions");
        }
        var indices = new int[elements.count()];
        for (int i = 0; i < indices.length; i++) {
            double index = elements.type().read(binary, elements.at(i, 0));
            if (index < 0 || index >= vertices) {
                throw new GlbException("index " + (long) index + " points beyond the " + vertices + " vertices");
            }
            indices[i] = (int) index;
        }
        return indices;
    }

    /** The bytes of a whole buffer view. */
    byte[] view(JsonNode reference) throws GlbException {
        var view = element("bufferViews", reference);
        var bytes = new byte[checkedLength(view)];
        binary.get((int) whole(view.path("byteOffset"), "a buffer view's offset"), bytes);
        return bytes;
    }

    JsonNode element(String array, JsonNode reference) throws GlbException {
        long index = whole(reference, "a reference into " + array);
        var element = index > Integer.MAX_VALUE ? null : root.path(array).get((int) index);
        if (!reference.isNumber() || element == null || !element.isObject()) {
            throw new GlbException("there is no element " + reference + " in " + array);
        }
        return element;
    }

    private JsonNode accessor(JsonNode reference) throws GlbException {
        var accessor = element("accessors", reference);
        if (accessor.has("sparse") || !accessor.has("bufferView")) {
            throw new GlbException("sparse accessors are not supported; export the model without them");
        }
        return accessor;
    }

    private Elements elements(JsonNode accessor, int components) throws GlbException {
        var type = ComponentType.ofCode(accessor.path("componentType").asInt(0))
                .orElseThrow(() -> new GlbException("unknown component type " + accessor.path("componentType")));
        var view = element("bufferViews", accessor.path("bufferView"));
        int packed = type.size() * components;
        long stride = view.has("byteStride") ? whole(view.get("byteStride"), "a stride") : packed;
        long count = whole(accessor.path("count"), "an accessor's count");
        long offset = whole(accessor.path("byteOffset"), "an accessor's offset");
        long end = count == 0 ? 0 : offset + (count - 1) * stride + packed;
        if (stride < packed || stride > 1 << 16 || end > checkedLength(view)) {
            throw new GlbException("an accessor of " + count + " elements reaches beyond its buffer view");
        }
        int start = (int) (whole(view.path("byteOffset"), "a buffer view's offset") + offset);
        return new Elements(type, start, (int) stride, (int) count);
    }

    private int checkedLength(JsonNode view) throws GlbException {
        if (whole(view.path("buffer"), "a buffer view's buffer") != 0 || hasUri()) {
            throw new GlbException("a buffer lies outside the file; export the model as one self-contained GLB");
        }
        long offset = whole(view.path("byteOffset"), "a buffer view's offset");
        long length = whole(view.path("byteLength"), "a buffer view's length");
        if (offset + length > binary.limit()) {
            throw new GlbException(
                    "a buffer view ends at byte " + (offset + length) + " of a chunk of " + binary.limit() + " bytes");
        }
        return (int) length;
    }

    private boolean hasUri() {
        return root.path("buffers").path(0).has("uri");
    }

    private static int components(JsonNode accessor) throws GlbException {
        return switch (accessor.path("type").asString("")) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4" -> 4;
            default -> throw new GlbException("an accessor of type " + accessor.path("type"));
        };
    }

    /** Absent counts as 0. The limit keeps sums and products of such numbers within a long. */
    private static long whole(JsonNode node, String what) throws GlbException {
        if (node.isMissingNode()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw new GlbException(what + " is " + node + ", not a whole number that a file of this size can have");
        }
        return node.asInt();
    }

    private record Elements(ComponentType type, int start, int stride, int count) {
        int at(int element, int component) {
            return start + element * stride + component * type.size();
        }
    }
}
