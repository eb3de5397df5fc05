package dev.runengine.campaign.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.mesh.gltf.Appearance;
import dev.runengine.campaign.mesh.gltf.Encoding;
import dev.runengine.campaign.mesh.gltf.Glb;
import dev.runengine.campaign.mesh.gltf.Material;
import dev.runengine.campaign.mesh.gltf.Model;
import dev.runengine.campaign.mesh.gltf.Primitive;
import dev.runengine.campaign.mesh.gltf.Semantic;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class Optimize3dAssetTest {
    @TempDir
    Path folder;

    private MeshBench bench;

    @BeforeEach
    void start() {
        bench = new MeshBench(folder);
    }

    @Test
    void aPrizeComesWithinItsBudgetAndKeepsItsShape() throws Exception {
        var raw = bench.generate("a trophy");
        var before = Glb.read(bench.file(uri(raw, "model_uri")));
        var output = bench.optimize(uri(raw, "model_uri"), "{'geometry':{'max_triangles':3000}}");
        var after = Glb.read(bench.file(uri(output, "optimized_model_uri")));

        assertThat(after.triangleCount()).isBetween(2_500, 3_000);
        assertThat(output.path("geometry").path("triangles").asInt()).isEqualTo(after.triangleCount());
        assertThat(after.materialCount()).isEqualTo(before.materialCount());
        for (int axis = 0; axis < 3; axis++) {
            assertThat(after.bounds().min().get(axis))
                    .isCloseTo(before.bounds().min().get(axis), within(0.02f));
            assertThat(after.bounds().max().get(axis))
                    .isCloseTo(before.bounds().max().get(axis), within(0.02f));
        }
        var metrics = output.path("metrics");
        assertThat(metrics.path("original").path("triangles").asInt()).isEqualTo(before.triangleCount());
        assertThat(metrics.path("reduction").path("file_size_percent").asDouble())
                .isGreaterThan(90);
        assertThat(metrics.path("simplification_error").asDouble()).isBetween(0.0, 0.02);
        assertThat(uri(output, "original_model_uri")).isEqualTo(uri(raw, "model_uri"));
    }

    @Test
    void levelsOfDetailHalveTheTriangles() throws Exception {
        var raw = bench.generate("a ball");
        var output = bench.optimize(uri(raw, "model_uri"), "{'geometry':{'max_triangles':2000},'lods':2}");
        var lods = output.path("lods").valueStream().toList();
        assertThat(lods).hasSize(2);
        assertThat(lods.get(0).path("triangles").asInt()).isBetween(800, 1_000);
        assertThat(lods.get(1).path("triangles").asInt()).isBetween(400, 500);
        assertThat(Glb.read(bench.file(uri(lods.get(1), "model_uri"))).triangleCount())
                .isEqualTo(lods.get(1).path("triangles").asInt());
    }

    @Test
    void theSameInputGivesTheSameFiles() throws Exception {
        var model = uri(bench.generate("a gem"), "model_uri");
        var constraints = "{'geometry':{'simplification_ratio':0.1},'lods':1,'optimization_level':'aggressive'}";
        assertThat(bench.optimize(model, constraints)).isEqualTo(bench.optimize(model, constraints));
    }

    @Test
    void aModelWithinItsBudgetKeepsEveryTriangle() throws Exception {
        var model = bench.put(Glb.write(sheet(20, 0), Encoding.EXACT));
        var output = bench.optimize(model, "{'optimization_level':'conservative'}");
        assertThat(output.path("geometry").path("triangles").asInt()).isEqualTo(800);
    }

    @Test
    void anOptimisedModelCanBeOptimisedAgain() throws Exception {
        var model = bench.put(Glb.write(sheet(60, 0.02), Encoding.EXACT));
        var once = bench.optimize(model, "{'geometry':{'max_triangles':1000}}");
        var twice = bench.optimize(uri(once, "optimized_model_uri"), "{'geometry':{'max_triangles':300}}");
        assertThat(twice.path("geometry").path("triangles").asInt()).isBetween(200, 300);
    }

    @Test
    void evenAJaggedHeapOfLooseTrianglesComesWithinItsBudget() throws Exception {
        var output =
                bench.optimize(bench.put(Glb.write(heap(4_000), Encoding.EXACT)), "{'geometry':{'max_triangles':200}}");
        assertThat(output.path("geometry").path("triangles").asInt()).isBetween(1, 200);
    }

    @Test
    void compressionIsAskedForAndMakesTheFileSmaller() throws Exception {
        var model = bench.put(Glb.write(sheet(60, 0.02), Encoding.EXACT));
        var plain = bench.optimize(model, "{'geometry':{'max_triangles':1500}}");
        var small = bench.optimize(model, "{'geometry':{'max_triangles':1500},'optimization_level':'aggressive'}");
        var file = bench.file(uri(small, "optimized_model_uri"));
        assertThat(file.length).isLessThan(bench.file(uri(plain, "optimized_model_uri")).length * 2 / 3);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("EXT_meshopt_compression");
        assertThat(new String(bench.file(uri(plain, "optimized_model_uri")), StandardCharsets.ISO_8859_1))
                .doesNotContain("EXT_meshopt_compression");
    }

    @Test
    void aFileThatIsNoGlbIsRefused() throws Exception {
        for (var file : List.of("", "glTF", "{\"asset\":{\"version\":\"2.0\"}}", "solid cube\nendsolid")) {
            assertThat(bench.refusal(file.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            failure -> assertThat(failure.problems().getFirst().pointer())
                                    .isEqualTo("/model_uri"));
        }
    }

    @Test
    void aTruncatedFileIsRefused() throws Exception {
        var whole = Glb.write(sheet(5, 0), Encoding.EXACT);
        var failure = bench.refusal(Arrays.copyOf(whole, whole.length / 2));
        assertThat(failure).isInstanceOf(InvalidInput.class);
        assertThat(failure.message()).contains("cut off");
    }

    @Test
    void anUnknownArtifactIsRefused() throws Exception {
        var order = MeshBench.order("artifact:sha256:" + "0".repeat(64), "{}");
        assertThat(bench.run("optimize_3d_asset", order))
                .isInstanceOfSatisfying(
                        SkillResult.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(InvalidInput.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'geometry':{'max_triangles':0}}",
                "{'geometry':{'max_triangles':-1}}",
                "{'geometry':{'max_triangles':1.5}}",
                "{'geometry':{'simplification_ratio':0}}",
                "{'geometry':{'simplification_ratio':1.1}}",
                "{'lods':9}",
                "{'optimization_level':'extreme'}",
                "{'target_platform':'fridge'}",
                "{'unknown':1}"
            })
    void constraintsThatMakeNoSenseAreRefused(String constraints) {
        var schema = MeshBench.skill("optimize_3d_asset").descriptor().inputSchema();
        var uri = "artifact:sha256:" + "0".repeat(64);
        assertThat(MeshBench.problems(schema, MeshBench.order(uri, "{'lods':1}")))
                .isEmpty();
        assertThat(MeshBench.problems(schema, MeshBench.order(uri, constraints)))
                .isNotEmpty();
    }

    private static String uri(JsonNode output, String member) {
        return output.path(member).asString();
    }

    /** A square of 2 n² triangles without normals, rough or flat. */
    private static Model sheet(int n, double roughness) {
        var random = new SplittableRandom(3);
        var positions = new float[3 * (n + 1) * (n + 1)];
        var indices = new int[6 * n * n];
        int corner = 0;
        for (int row = 0; row <= n; row++) {
            for (int column = 0; column <= n; column++) {
                int vertex = row * (n + 1) + column;
                positions[3 * vertex] = column / (float) n;
                positions[3 * vertex + 1] = (float) (roughness * random.nextDouble());
                positions[3 * vertex + 2] = row / (float) n;
                if (row < n && column < n) {
                    for (int offset : new int[] {0, n + 1, 1, 1, n + 1, n + 2}) {
                        indices[corner++] = vertex + offset;
                    }
                }
            }
        }
        return model(new Primitive(0, Map.of(Semantic.POSITION, positions), indices));
    }

    /** Triangles that share no vertex, each with a normal of its own. */
    private static Model heap(int triangles) {
        var random = new SplittableRandom(5);
        var positions = new float[9 * triangles];
        var normals = new float[9 * triangles];
        var indices = new int[3 * triangles];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (float) random.nextDouble();
            normals[i] = i % 3 == i / 9 % 3 ? 1 : 0;
        }
        Arrays.setAll(indices, i -> i);
        return model(new Primitive(0, Map.of(Semantic.POSITION, positions, Semantic.NORMAL, normals), indices));
    }

    private static Model model(Primitive primitive) {
        return new Model("test", List.of(primitive), Appearance.of(List.of(new Material("plain", 0, 1, 1))));
    }
}
