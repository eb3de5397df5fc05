package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A plump star with a ridge to every tip. */
final class Star {
    private Star() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        double waist = random.between(0.48, 0.56);
        var profile = new Corners()
                .at(0, -0.34)
                .at(0.35, -0.26, 0.3)
                .at(0.97, -0.12, 0.2)
                .at(1.0, 0, 0.1)
                .at(0.97, 0.12, 0.2)
                .at(0.35, 0.26, 0.3)
                .at(0, 0.34);
        var gold = Paint.plain(palette.gold());
        return List.of(bench.spin(profile, Outline.star(5, waist, 0.12), gold, Finish.METAL)
                .standing()
                .scaled(1.05));
    }
}
