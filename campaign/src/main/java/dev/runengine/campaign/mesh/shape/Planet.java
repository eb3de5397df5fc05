package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A banded planet with a ring. */
final class Planet {
    private Planet() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        double phase = random.between(0, 6);
        double tilt = random.between(14, 26);
        var bands = List.of(
                palette.primary(),
                palette.primary().mix(palette.ivory(), 0.35),
                palette.secondary(),
                palette.primary().mix(palette.secondary(), 0.5));
        Paint paint = p -> {
            double wobble = 0.05 * StrictMath.sin(4 * StrictMath.atan2(p.z(), p.x()) + phase);
            return bands.get(Math.floorMod((int) Math.floor((p.y() + wobble) * 4.2 + phase), bands.size()));
        };
        var ring = bench.wall(_ -> band(0.86, 1.10), 1, 4, Paint.plain(palette.accent()), Finish.METAL);
        var outer = bench.wall(_ -> band(1.14, 1.26), 1.2, 4, Paint.plain(palette.gold()), Finish.METAL);
        return List.of(
                bench.globe(_ -> 1, paint, Finish.GLOSS)
                        .scaled(0.7)
                        .turnedAboutX(12)
                        .turnedAboutZ(tilt),
                ring.turnedAboutX(12).turnedAboutZ(tilt),
                outer.turnedAboutX(12).turnedAboutZ(tilt));
    }

    private static Corners band(double inner, double outer) {
        return new Corners()
                .at(inner, -0.025, 0.02)
                .at(outer, -0.025, 0.02)
                .at(outer, 0.025, 0.02)
                .at(inner, 0.025, 0.02);
    }
}
