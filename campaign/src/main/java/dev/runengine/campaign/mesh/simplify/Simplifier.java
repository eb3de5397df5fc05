package dev.runengine.campaign.mesh.simplify;

import dev.runengine.campaign.forked.ForkedJava;
import dev.runengine.campaign.mesh.gltf.BufferCompressor;
import dev.runengine.campaign.mesh.gltf.Model;
import dev.runengine.campaign.mesh.gltf.Primitive;
import dev.runengine.skills.typed.SkillException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes triangles away where they are missed least, and orders the rest for graphics cards. A crash of the native
 * library fails the call, not this JVM. Every call starts one child JVM; safe for any number of threads.
 */
public final class Simplifier {
    private static final int HEAP_MEGABYTES = 384;

    private final Path workspace;

    /** @param workspace where the child JVM works */
    public Simplifier(Path workspace) {
        this.workspace = workspace;
    }

    /**
     * A model within a budget.
     *
     * @param model without triangles, when nothing of the shape is left with so few
     * @param error how far the surface has moved at most, as a share of the model's size
     */
    public record Simplified(Model model, double error) {}

    /**
     * @param budgets numbers of triangles
     * @return one model per budget, each within it
     */
    public List<Simplified> simplify(Model model, List<Integer> budgets)
            throws SkillException, IOException, InterruptedException {
        var answer = program(SimplifierProgram.class).run(workspace, stdin -> {
            var out = new DataOutputStream(stdin);
            FlatMesh.of(model).write(out);
            Wire.write(out, budgets.stream().mapToInt(Integer::intValue).toArray());
            out.flush();
        });
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        var simplified = new ArrayList<Simplified>();
        for (int i = 0; i < budgets.size(); i++) {
            simplified.add(read(in, model));
        }
        return simplified;
    }

    /** Compresses buffers for {@link dev.runengine.campaign.mesh.gltf.Glb#writeCompressed}. */
    public BufferCompressor<SkillException> compressor() {
        return this::compress;
    }

    private static Simplified read(DataInputStream in, Model model) throws IOException {
        double error = in.readFloat();
        var primitives = new ArrayList<Primitive>();
        int first = 0;
        for (var primitive : model.primitives()) {
            var triangles = Wire.readInts(in);
            for (int i = 0; i < triangles.length; i++) {
                triangles[i] -= first;
            }
            if (triangles.length > 0) {
                primitives.add(primitive.withTriangles(triangles));
            }
            first += primitive.vertexCount();
        }
        return new Simplified(model.withPrimitives(primitives), error);
    }

    private List<byte[]> compress(List<BufferCompressor.Buffer> buffers) throws SkillException, InterruptedException {
        try {
            var answer = program(CompressorProgram.class).run(workspace, stdin -> {
                var out = new DataOutputStream(stdin);
                out.writeInt(buffers.size());
                for (var buffer : buffers) {
                    out.writeInt(buffer.mode().ordinal());
                    out.writeInt(buffer.count());
                    out.writeInt(buffer.stride());
                    Wire.write(out, buffer.bytes());
                }
                out.flush();
            });
            var in = new DataInputStream(new ByteArrayInputStream(answer));
            var compressed = new ArrayList<byte[]>();
            for (int i = 0; i < buffers.size(); i++) {
                compressed.add(Wire.readBytes(in));
            }
            return compressed;
        } catch (IOException e) {
            throw SkillException.broken("the mesh compressor gave no whole answer: " + e.getMessage());
        }
    }

    private static ForkedJava program(Class<?> main) {
        return ForkedJava.of(main).withHeapMegabytes(HEAP_MEGABYTES);
    }
}
