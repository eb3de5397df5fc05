package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A winner's cup: plinth, stem, bowl, two handles, a star on the front. */
final class Trophy {
    private Trophy() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        var gold = Paint.plain(palette.gold());
        double lip = random.between(0.56, 0.66);
        double foot = random.between(0.16, 0.24);
        var bowl = new Corners()
                .at(0, -0.62)
                .at(0.36, -0.62, 0.02)
                .at(0.36, -0.55, 0.03)
                .at(0.07, -0.45, foot)
                .at(0.07, -0.30, 0.02)
                .at(0.15, -0.26, 0.05)
                .at(0.15, -0.18, 0.05)
                .at(0.07, -0.13, 0.02)
                .at(0.09, -0.06, 0.1)
                .at(lip - 0.08, 0.02, 0.5)
                .at(lip - 0.04, 0.90, 0.02)
                .at(lip + 0.03, 0.92, 0.03)
                .at(lip + 0.03, 0.99, 0.03)
                .at(lip - 0.08, 0.99, 0.03)
                .at(lip - 0.14, 0.10, 0.4)
                .at(0, 0.10);
        var plinth =
                new Corners().at(0, -1).at(0.46, -1, 0.03).at(0.42, -0.60, 0.04).at(0, -0.60);
        var handle = new Corners()
                .at(lip - 0.10, 0.82)
                .at(lip + 0.36, 0.90, 0.2)
                .at(lip + 0.30, 0.30, 0.25)
                .at(lip - 0.24, 0.14);
        var right = bench.bar(handle, 0.05, 0.065, gold, Finish.METAL);
        var plate = bench.spin(
                new Corners()
                        .at(0, -0.05)
                        .at(0.17, -0.05, 0.02)
                        .at(0.17, 0.05, 0.04)
                        .at(0, 0.05),
                Outline.rectangle(1.3, 0.6, 0.15),
                gold,
                Finish.METAL);
        return List.of(
                bench.spin(plinth, Paint.plain(palette.shade()), Finish.GLOSS),
                bench.spin(bowl, gold, Finish.METAL),
                right,
                right.turnedAboutY(180),
                Emblem.star(bench, palette.primary()).standing().scaled(0.24).moved(0, 0.50, lip - 0.07),
                plate.standing().moved(0, -0.80, 0.42));
    }
}
