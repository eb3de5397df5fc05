package dev.runengine.campaign.mesh.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlbWriteTest {
    private static final Model PYRAMID = new Model(
            "pyramid",
            List.of(new Primitive(
                    0,
                    Map.of(
                            Semantic.POSITION, new float[] {0, 10, 0, 3, 8, 1, -2, 8, 1, 0, 8, -2},
                            Semantic.NORMAL, new float[] {0, 1, 0, 0.6f, 0, 0.8f, -1, 0, 0, 0, 0, -1},
                            Semantic.TEXCOORD_0, new float[] {0, 0, 1, 0, 0, 1, 0.25f, 0.75f},
                            Semantic.COLOR_0, new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0.01f, 0.5f, 0, 0.5f}),
                    new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3})),
            Appearance.of(List.of(new Material("glass", 0, 0.1, 0.3))));

    @Test
    void anExactFileGivesTheModelBack() throws GlbException {
        var read = Glb.read(Glb.write(PYRAMID, Encoding.EXACT));
        var before = PYRAMID.primitives().getFirst();
        var after = read.primitives().getFirst();
        assertThat(after.indices()).isEqualTo(before.indices());
        assertThat(after.positions()).isEqualTo(before.positions());
        assertThat(after.values(Semantic.NORMAL)).isEqualTo(before.values(Semantic.NORMAL));
        assertThat(read.appearance().materials()).isEqualTo(PYRAMID.appearance().materials());
        assertThat(read.name()).isEqualTo("pyramid");
    }

    @Test
    void aQuantisedFileIsCloseToTheModel() throws GlbException {
        var read = Glb.read(Glb.write(PYRAMID, Encoding.QUANTIZED)).primitives().getFirst();
        // Half a step of 16 bits over the model's largest extent of 5, and half a step of the 8 and 16 bit forms.
        assertClose(read, Semantic.POSITION, 2.5 / 32767);
        assertClose(read, Semantic.NORMAL, 0.01);
        assertClose(read, Semantic.TEXCOORD_0, 0.5 / 65535 + 1e-7);
        assertClose(read, Semantic.COLOR_0, 0.5 / 65535 + 1e-7);
    }

    @Test
    void textureCoordinatesThatRepeatStayFloats() throws GlbException {
        var tiled = new Primitive(
                0,
                Map.of(
                        Semantic.POSITION, new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
                        Semantic.TEXCOORD_0, new float[] {-3.5f, 0, 12.25f, 0, 0, 1}),
                new int[] {0, 1, 2});
        var read = Glb.read(Glb.write(PYRAMID.withPrimitives(List.of(tiled)), Encoding.QUANTIZED));
        assertThat(read.primitives().getFirst().values(Semantic.TEXCOORD_0))
                .isEqualTo(tiled.values(Semantic.TEXCOORD_0));
    }

    @Test
    void texturesSurvive() throws GlbException {
        var textured = TinyGlb.with("\"scene\":0", """
                "materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}],"textures":[{"source":0}],
                "images":[{"uri":"data:image/png;base64,AQID"}],"scene":0""");
        var read = Glb.read(Glb.write(Glb.read(textured), Encoding.QUANTIZED));
        assertThat(read.appearance().images()).hasSize(1);
        assertThat(read.appearance().images().getFirst().bytes()).containsExactly(1, 2, 3);
        assertThat(read.appearance().textures()).hasSize(1);
    }

    private static void assertClose(Primitive read, Semantic semantic, double tolerance) {
        var expected = PYRAMID.primitives().getFirst().values(semantic);
        var actual = read.values(semantic);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }
}
