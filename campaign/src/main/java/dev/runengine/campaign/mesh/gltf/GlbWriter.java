package dev.runengine.campaign.mesh.gltf;

import dev.runengine.campaign.mesh.gltf.BufferCompressor.Buffer;
import dev.runengine.campaign.mesh.gltf.BufferCompressor.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lays a model out in one binary chunk: per primitive its vertices and its indices, then the images. */
final class GlbWriter {
    private static final int TRIANGLES = 4;
    /** The highest 16-bit index is reserved: it restarts a primitive. */
    private static final int MOST_SHORT_INDEXED = 65535;

    private final Model model;
    private final Encoding encoding;
    private final Grid grid;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final List<Buffer> buffers = new ArrayList<>();

    GlbWriter(Model model, Encoding encoding) {
        this.model = model;
        this.encoding = encoding;
        this.grid = encoding == Encoding.EXACT ? Grid.NONE : Grid.of(model.bounds());
        root.putObject("asset").put("version", "2.0").put("generator", "run-engine");
        writeScene();
        writeMesh();
    }

    byte[] uncompressed() {
        var chunk = new BinaryChunk(root);
        buffers.forEach(chunk::add);
        return finished(chunk, new TreeSet<>());
    }

    <E extends Exception> byte[] compressed(BufferCompressor<E> compressor) throws E, InterruptedException {
        var chunk = new BinaryChunk(root);
        var compressed = compressor.compress(buffers);
        for (int i = 0; i < buffers.size(); i++) {
            chunk.addCompressed(buffers.get(i), compressed.get(i));
        }
        return finished(chunk, new TreeSet<>(List.of(BinaryChunk.COMPRESSION)));
    }

    private byte[] finished(BinaryChunk chunk, TreeSet<String> required) {
        var appearance = model.appearance();
        putUnlessEmpty("materials", appearance.materials());
        putUnlessEmpty("textures", appearance.textures());
        putUnlessEmpty("samplers", appearance.samplers());
        for (var image : appearance.images()) {
            chunk.addImage(image);
        }
        if (encoding == Encoding.QUANTIZED) {
            required.add("KHR_mesh_quantization");
        }
        var used = new TreeSet<>(appearance.extensions());
        used.addAll(required);
        putNames("extensionsUsed", used);
        putNames("extensionsRequired", required);
        return new Container(root, chunk.finished()).toBytes();
    }

    private void putUnlessEmpty(String member, ArrayNode array) {
        if (!array.isEmpty()) {
            root.set(member, array);
        }
    }

    private void putNames(String member, TreeSet<String> names) {
        if (!names.isEmpty()) {
            var array = root.putArray(member);
            names.forEach(array::add);
        }
    }

    private void writeScene() {
        root.put("scene", 0);
        root.putArray("scenes").addObject().putArray("nodes").add(0);
        var node = root.putArray("nodes").addObject().put("mesh", 0).put("name", model.name());
        if (encoding == Encoding.QUANTIZED) {
            var translation = node.putArray("translation");
            grid.centre().forEach(translation::add);
            node.putArray("scale").add(grid.scale()).add(grid.scale()).add(grid.scale());
        }
    }

    private void writeMesh() {
        var accessors = root.putArray("accessors");
        var primitives =
                root.putArray("meshes").addObject().put("name", model.name()).putArray("primitives");
        for (var primitive : model.primitives()) {
            var node = primitives.addObject();
            var layout = VertexLayout.of(primitive, encoding);
            var attributes = node.putObject("attributes");
            for (var field : layout.fields()) {
                attributes.put(field.semantic().name(), accessors.size());
                describe(accessors.addObject(), field, primitive);
            }
            int vertices = primitive.vertexCount();
            buffers.add(new Buffer(Mode.ATTRIBUTES, vertices, layout.stride(), layout.encode(primitive, grid)));
            node.put("indices", accessors.size());
            var indexType = vertices < MOST_SHORT_INDEXED ? ComponentType.UNSIGNED_SHORT : ComponentType.UNSIGNED_INT;
            accessors
                    .addObject()
                    .put("bufferView", buffers.size())
                    .put("componentType", indexType.code())
                    .put("count", primitive.indices().length)
                    .put("type", "SCALAR");
            buffers.add(indices(primitive, indexType));
            if (primitive.material() != Primitive.NO_MATERIAL) {
                node.put("material", primitive.material());
            }
            node.put("mode", TRIANGLES);
        }
    }

    private void describe(ObjectNode accessor, VertexLayout.Field field, Primitive primitive) {
        accessor.put("bufferView", buffers.size())
                .put("byteOffset", field.offset())
                .put("componentType", field.type().code())
                .put("count", primitive.vertexCount())
                .put("type", field.semantic().accessorType());
        if (field.normalized()) {
            accessor.put("normalized", true);
        }
        if (field.semantic() == Semantic.POSITION) {
            var bounds = Bounds.of(List.of(primitive));
            var min = accessor.putArray("min");
            var max = accessor.putArray("max");
            for (int axis = 0; axis < 3; axis++) {
                min.add(stored(field, axis, bounds.min()));
                max.add(stored(field, axis, bounds.max()));
            }
        }
    }

    /** Accessor limits are the stored numbers, before normalisation. */
    private double stored(VertexLayout.Field field, int axis, List<Float> corner) {
        return field.type().stored(grid.position(axis, corner.get(axis)));
    }

    private static Buffer indices(Primitive primitive, ComponentType type) {
        var indices = primitive.indices();
        var bytes = ByteBuffer.allocate(indices.length * type.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int index : indices) {
            type.write(bytes, index);
        }
        return new Buffer(Mode.TRIANGLES, indices.length, type.size(), bytes.array());
    }
}
