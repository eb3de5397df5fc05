package dev.runengine.campaign.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.mesh.gltf.Glb;
import dev.runengine.campaign.mesh.gltf.Semantic;
import dev.runengine.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class Generate3dAssetTest {
    @TempDir
    Path folder;

    @Test
    void theOutputTellsWhatIsInTheFile() throws Exception {
        var bench = new MeshBench(folder);
        var output = bench.generate("a snow globe");
        var file = bench.file(output.path("model_uri").asString());
        var model = Glb.read(file);
        assertThat(output.path("file_size_bytes").asInt()).isEqualTo(file.length);
        assertThat(output.path("geometry").path("triangles").asInt()).isEqualTo(model.triangleCount());
        assertThat(output.path("geometry").path("vertices").asInt()).isEqualTo(model.vertexCount());
        assertThat(output.path("geometry").path("materials").asInt()).isEqualTo(4);
        assertThat(floats(output.path("bounding_box").path("min")))
                .isEqualTo(model.bounds().min());
        assertThat(floats(output.path("bounding_box").path("max")))
                .isEqualTo(model.bounds().max());
        assertThat(output.path("generation_params").path("prize").asString()).isEqualTo("snow_globe");
    }

    @Test
    void thePaletteColoursThePrize() throws Exception {
        var bench = new MeshBench(folder);
        var red = bench.generate("a heart");
        var model = Glb.read(bench.file(red.path("model_uri").asString()));
        var colours = model.primitives().getFirst().values(Semantic.COLOR_0);
        assertThat(colours[0]).isGreaterThan(2 * colours[1]).isGreaterThan(2 * colours[2]);
    }

    @Test
    void theSameInputGivesTheSameFileAndAnotherSeedAnother() throws Exception {
        var once = new MeshBench(folder).generate("a crown");
        var again = new MeshBench(folder).generate("a crown");
        assertThat(again).isEqualTo(once);
        var seeded = new MeshBench(folder).succeeded("generate_3d_asset", with("seed", "1"));
        var other = new MeshBench(folder).succeeded("generate_3d_asset", with("seed", "2"));
        assertThat(other.path("model_uri")).isNotEqualTo(seeded.path("model_uri"));
    }

    @Test
    void theBudgetIsKept() throws Exception {
        var output =
                new MeshBench(folder).succeeded("generate_3d_asset", with("poly_budget", "{'max_triangles': 2000}"));
        assertThat(output.path("geometry").path("triangles").asInt()).isBetween(1000, 2000);
    }

    @Test
    void theDefaultColoursServeWhenNoneAreGiven() throws Exception {
        var input = MeshBench.json("{'prompt':'a coin','style':{'theme':'x','category':'prize'}}");
        assertThat(problems(input)).isEmpty();
        assertThat(new MeshBench(folder)
                        .succeeded("generate_3d_asset", input)
                        .path("format")
                        .asString())
                .isEqualTo("glb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'max_triangles': 0}",
                "{'max_triangles': -5}",
                "{'max_triangles': 1999}",
                "{'max_triangles': 2500.5}",
                "{'max_triangles': '5000'}",
                "{'triangles': 5000}"
            })
    void aBudgetThatMakesNoSenseIsRefused(String budget) {
        assertThat(problems(with("poly_budget", budget))).isNotEmpty();
    }

    @Test
    void whatTheSchemaRefuses() {
        assertThat(problems(MeshBench.wish("fine"))).isEmpty();
        assertThat(problems(MeshBench.wish("  "))).isNotEmpty();
        assertThat(problems(with("seed", "-1"))).isNotEmpty();
        assertThat(problems(with("specs", "{'format':'obj'}"))).isNotEmpty();
        assertThat(problems(with("extra", "1"))).isNotEmpty();
        assertThat(problems(MeshBench.json("""
                {'prompt':'x','style':{'theme':'x','category':'y','color_palette':
                 {'primary':'red','secondary':'#000000','accent':'#000000','background':'#000000'}}}"""))).isNotEmpty();
    }

    private static List<String> problems(Json input) {
        return MeshBench.problems(
                MeshBench.skill("generate_3d_asset").descriptor().inputSchema(), input);
    }

    private static Json with(String member, String value) {
        return ((Json.JObject) MeshBench.wish("a trophy")).with(member, MeshBench.json(value));
    }

    private static List<Float> floats(JsonNode array) {
        return array.valueStream().map(n -> (float) n.doubleValue()).toList();
    }
}
