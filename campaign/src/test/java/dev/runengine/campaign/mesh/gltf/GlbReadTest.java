package dev.runengine.campaign.mesh.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GlbReadTest {

    @Test
    void aTriangleIsRead() throws GlbException {
        var model = Glb.read(TinyGlb.of(TinyGlb.JSON));
        assertThat(model.triangleCount()).isEqualTo(1);
        assertThat(model.primitives().getFirst().positions()).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0);
        assertThat(model.primitives().getFirst().indices()).containsExactly(0, 1, 2);
        assertThat(model.primitives().getFirst().material()).isEqualTo(Primitive.NO_MATERIAL);
    }

    @Test
    void nodesMoveAndScaleTheirMeshes() throws GlbException {
        var model = Glb.read(TinyGlb.with("{\"mesh\":0}", """
                {"translation":[10,0,0],"children":[1]},{"mesh":0,"scale":[2,3,4]}"""));
        assertThat(model.primitives().getFirst().positions()).containsExactly(10, 0, 0, 12, 0, 0, 10, 3, 0);
    }

    @Test
    void aNodeTurnsItsMesh() throws GlbException {
        var model = Glb.read(TinyGlb.with("{\"mesh\":0}", """
                {"mesh":0,"rotation":[0,0,1,0]}"""));
        assertThat(model.bounds().min()).containsExactly(-1f, -1f, 0f);
    }

    @Test
    void aMirroringNodeKeepsTrianglesFacingOutwards() throws GlbException {
        var model = Glb.read(TinyGlb.with("{\"mesh\":0}", """
                {"mesh":0,"scale":[-1,1,1]}"""));
        assertThat(model.primitives().getFirst().indices()).containsExactly(0, 2, 1);
    }

    @Test
    void primitivesOfOneMaterialBecomeOne() throws GlbException {
        var primitive = "{\"attributes\":{\"POSITION\":0},\"indices\":1}";
        var model = Glb.read(TinyGlb.with(primitive, primitive + "," + primitive));
        assertThat(model.primitives()).hasSize(1);
        assertThat(model.primitives().getFirst().indices()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void whatCannotBeReadIsRefusedWithAReason(String part, String replacement, String reason) {
        assertThatThrownBy(() -> Glb.read(TinyGlb.with(part, replacement)))
                .isInstanceOf(GlbException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> whatCannotBeReadIsRefusedWithAReason() {
        return Stream.of(
                arguments(
                        "\"count\":3,\"type\":\"VEC3\"", "\"count\":2000000000,\"type\":\"VEC3\"", "further vertices"),
                arguments("\"count\":3,\"type\":\"VEC3\"", "\"count\":-3,\"type\":\"VEC3\"", "count is -3"),
                arguments("\"count\":3,\"type\":\"VEC3\"", "\"count\":3.5,\"type\":\"VEC3\"", "count is 3.5"),
                arguments(
                        "\"count\":3,\"type\":\"VEC3\"",
                        "\"count\":900000,\"type\":\"VEC3\"",
                        "beyond its buffer view"),
                arguments("\"count\":3,\"type\":\"SCALAR\"", "\"count\":0,\"type\":\"SCALAR\"", "no triangles"),
                arguments(
                        "\"count\":3,\"type\":\"SCALAR\"",
                        "\"count\":2,\"type\":\"SCALAR\"",
                        "whole number of triangles"),
                arguments("\"byteLength\":36", "\"byteLength\":2147483647", "of a chunk of"),
                arguments("\"byteOffset\":36", "\"byteOffset\":40", "of a chunk of"),
                arguments("\"byteLength\":36", "\"byteLength\":36,\"byteStride\":4", "beyond its buffer view"),
                arguments("\"bufferView\":0,", "", "sparse"),
                arguments("\"bufferView\":1", "\"bufferView\":7", "no element 7 in bufferViews"),
                arguments("\"componentType\":5126", "\"componentType\":5127", "component type 5127"),
                arguments("\"type\":\"VEC3\"", "\"type\":\"MAT4\"", "MAT4"),
                arguments("\"type\":\"VEC3\"", "\"type\":\"VEC2\"", "2 components"),
                arguments("{\"mesh\":0}", "{\"mesh\":0,\"children\":[0]}", "twice"),
                arguments("{\"mesh\":0}", "{\"mesh\":4}", "no element 4 in meshes"),
                arguments("{\"mesh\":0}", "{\"mesh\":0,\"scale\":[1,1]}", "scale has 2 numbers"),
                arguments("{\"mesh\":0}", "{\"mesh\":0,\"translation\":[1e300,0,0]}", "out of the range"),
                arguments("\"indices\":1", "\"indices\":1,\"mode\":1", "as triangles"),
                arguments("\"indices\":1", "\"indices\":1,\"targets\":[{}]", "morph targets"),
                arguments("\"indices\":1", "\"indices\":1,\"material\":0", "in materials"),
                arguments("{\"POSITION\":0}", "{\"NORMAL\":0}", "no positions"),
                arguments("\"scene\":0", "\"skins\":[{}],\"scene\":0", "skins"),
                arguments("\"scene\":0", "\"animations\":[{}],\"scene\":0", "animations"),
                arguments(
                        "\"scene\":0", "\"extensionsRequired\":[\"KHR_draco_mesh_compression\"],\"scene\":0", "draco"),
                arguments("\"byteLength\":42", "\"byteLength\":42,\"uri\":\"a.bin\"", "self-contained"),
                arguments("\"scene\":0", "\"images\":[{\"uri\":\"http://a/b.png\"}],\"scene\":0", "texture"),
                arguments("{\"asset\"", "[{\"asset\"", "not JSON"));
    }

    @Test
    void positionsThatAreNotNumbersAreRefused() {
        var positions = new float[] {0, 0, 0, 1, Float.NaN, 0, 0, 1, 0};
        assertThatThrownBy(() -> Glb.read(TinyGlb.of(TinyGlb.JSON, positions, 0, 1, 2)))
                .isInstanceOf(GlbException.class)
                .hasMessageContaining("vertex 1");
    }

    @Test
    void anIndexBeyondTheVerticesIsRefused() {
        assertThatThrownBy(() -> Glb.read(TinyGlb.of(TinyGlb.JSON, new float[9], 0, 1, 3)))
                .isInstanceOf(GlbException.class)
                .hasMessageContaining("index 3 points beyond the 3 vertices");
    }

    @Test
    void noDamageMakesTheReaderFailInAnotherWay() {
        var whole = TinyGlb.of(TinyGlb.JSON);
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            var damaged = whole.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(damaged);
        }
    }

    private static void readOrRefuse(byte[] file) {
        try {
            assertThat(Glb.read(file).triangleCount()).isPositive();
        } catch (GlbException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
