package dev.runengine.campaign.mesh.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.color.Rgb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrizeTest {
    private static final Palette PALETTE =
            new Palette(new Rgb(0xd8324f), new Rgb(0x2b59c3), new Rgb(0xffb520), new Rgb(0x1c1040));
    private static final int COARSEST = 2_000;

    @ParameterizedTest
    @EnumSource
    void everySurfaceIsClosed(Prize prize) {
        for (var surface : prize.model(PALETTE, 7, 8_000)) {
            assertThat(edgesWithoutPartner(surface)).as(surface.finish().name()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySurfaceFacesOutwards(Prize prize) {
        for (var surface : prize.model(PALETTE, 7, 8_000)) {
            assertThat(volume(surface)).as(surface.finish().name()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void normalsHaveUnitLengthEvenOnTheCoarsestModel(Prize prize) {
        for (var surface : prize.model(PALETTE, 7, COARSEST)) {
            var n = surface.normals();
            for (int i = 0; i < n.length; i += 3) {
                double length = Math.sqrt(n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2]);
                assertThat(length).isCloseTo(1, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBudgetIsKeptAndUsed(Prize prize) {
        for (int budget : List.of(COARSEST, 9_000)) {
            for (long seed = 0; seed < 2; seed++) {
                assertThat(triangles(prize.model(PALETTE, seed, budget)))
                        .as("%d triangles, seed %d", budget, seed)
                        .isBetween(budget / 2, budget);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STAR", "TROPHY", "SNOW_GLOBE"})
    void aGenerousBudgetGivesTensOfThousandsOfTriangles(Prize prize) {
        assertThat(triangles(prize.model(PALETTE, 7, 80_000))).isBetween(20_000, 80_000);
    }

    @ParameterizedTest
    @EnumSource
    void everyPrizeIsAboutTwoUnitsInSizeAndAroundTheOrigin(Prize prize) {
        double widest = 0;
        for (var surface : prize.model(PALETTE, 7, 8_000)) {
            for (float value : surface.positions()) {
                widest = Math.max(widest, Math.abs(value));
            }
        }
        assertThat(widest).isBetween(0.8, 1.3);
    }

    @Test
    void noSeedMakesAPrizeTooFineForTheSmallestBudget() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(triangles(Prize.CROWN.model(PALETTE, seed, COARSEST))).isLessThanOrEqualTo(COARSEST);
            assertThat(triangles(Prize.SNOW_GLOBE.model(PALETTE, seed, COARSEST)))
                    .isLessThanOrEqualTo(COARSEST);
        }
    }

    @Test
    void theSeedVariesThePrize() {
        var one = Prize.TROPHY.model(PALETTE, 1, 10_000).getFirst().positions();
        var again = Prize.TROPHY.model(PALETTE, 1, 10_000).getFirst().positions();
        var other = Prize.TROPHY.model(PALETTE, 2, 10_000).getFirst().positions();
        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void coloursAreLinearLight() {
        var heart = Prize.HEART.model(PALETTE, 1, 10_000).getFirst();
        assertThat(heart.colours()).startsWith(Rgb.linear(0xd8), Rgb.linear(0x32), Rgb.linear(0x4f), 1);
    }

    private static int triangles(List<Surface> surfaces) {
        return surfaces.stream().mapToInt(s -> s.indices().length / 3).sum();
    }

    /** On a closed, consistently oriented surface every edge is walked once in each direction. */
    private static long edgesWithoutPartner(Surface surface) {
        Map<Long, Integer> walks = new HashMap<>();
        var t = surface.indices();
        for (int i = 0; i < t.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                long from = t[i + k];
                long to = t[i + (k + 1) % 3];
                walks.merge(from << 32 | to, 1, Integer::sum);
            }
        }
        return walks.entrySet().stream()
                .filter(e -> e.getValue() != 1 || !walks.containsKey(Long.rotateLeft(e.getKey(), 32)))
                .count();
    }

    private static double volume(Surface surface) {
        double six = 0;
        var t = surface.indices();
        for (int i = 0; i < t.length; i += 3) {
            six += point(surface, t[i]).dot(point(surface, t[i + 1]).cross(point(surface, t[i + 2])));
        }
        return six / 6;
    }

    private static Vec3 point(Surface surface, int vertex) {
        var p = surface.positions();
        return new Vec3(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
    }
}
