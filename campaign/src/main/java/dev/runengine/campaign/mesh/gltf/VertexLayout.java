package dev.runengine.campaign.mesh.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Where in a vertex each attribute stands, and in which form. Every attribute starts at a multiple of 4 bytes. */
record VertexLayout(List<Field> fields, int stride) {

    record Field(Semantic semantic, ComponentType type, int offset) {
        boolean normalized() {
            return type != ComponentType.FLOAT;
        }
    }

    static VertexLayout of(Primitive primitive, Encoding encoding) {
        var fields = new ArrayList<Field>();
        int offset = 0;
        for (var entry : primitive.attributes().entrySet()) {
            var semantic = entry.getKey();
            var type = type(semantic, entry.getValue(), encoding);
            fields.add(new Field(semantic, type, offset));
            offset += Container.aligned(type.size() * semantic.components());
        }
        return new VertexLayout(fields, offset);
    }

    private static ComponentType type(Semantic semantic, float[] values, Encoding encoding) {
        boolean exact = encoding == Encoding.EXACT;
        return switch (semantic) {
            case POSITION -> exact ? ComponentType.FLOAT : ComponentType.SHORT;
            case NORMAL, TANGENT -> exact ? ComponentType.FLOAT : ComponentType.BYTE;
            case TEXCOORD_0, TEXCOORD_1 ->
                exact || !withinUnit(values) ? ComponentType.FLOAT : ComponentType.UNSIGNED_SHORT;
            // 8 bits of linear light are too few for dark colours.
            case COLOR_0 -> ComponentType.UNSIGNED_SHORT;
        };
    }

    private static boolean withinUnit(float[] values) {
        for (float value : values) {
            if (value < 0 || value > 1) {
                return false;
            }
        }
        return true;
    }

    /** All vertices, one after another. */
    byte[] encode(Primitive primitive, Grid grid) {
        var bytes = ByteBuffer.allocate(primitive.vertexCount() * stride).order(ByteOrder.LITTLE_ENDIAN);
        for (var field : fields) {
            var values = primitive.values(field.semantic());
            int n = field.semantic().components();
            for (int i = 0; i < values.length; i++) {
                int component = i % n;
                double value = field.semantic() == Semantic.POSITION ? grid.position(component, values[i]) : values[i];
                bytes.position(i / n * stride
                        + field.offset()
                        + component * field.type().size());
                field.type().write(bytes, field.type().stored(value));
            }
        }
        return bytes.array();
    }
}
