package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A plump heart. */
final class Heart {
    private Heart() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        double depth = random.between(0.36, 0.46);
        var profile = new Corners()
                .at(0, -depth)
                .at(0.55, -depth, 0.5)
                .at(1.0, -depth * 0.55, 0.4)
                .at(1.0, depth * 0.55, 0.4)
                .at(0.55, depth, 0.5)
                .at(0, depth);
        var red = Paint.plain(palette.primary());
        return List.of(bench.spin(profile, Outline.heart(), red, Finish.GLOSS).standing());
    }
}
