package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A coin with a reeded edge, a raised rim and a sign on both sides. */
final class Coin {
    private static final int REEDS = 60;

    private Coin() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        boolean hearts = random.chance(0.3);
        double rim = random.between(0.78, 0.84);
        var gold = Paint.plain(palette.gold());
        var deep = Paint.plain(palette.deepGold());
        var body = new Corners()
                .at(0, -0.07)
                .at(rim, -0.07, 0.03)
                .at(rim + 0.03, -0.14, 0.03)
                .at(0.96, -0.14, 0.04)
                .at(0.96, 0.14, 0.04)
                .at(rim + 0.03, 0.14, 0.03)
                .at(rim, 0.07, 0.03)
                .at(0, 0.07);
        var edge = new Corners()
                .at(0, -0.10)
                .at(0.92, -0.10)
                .at(1, -0.10, 0.02)
                .at(1, 0.10, 0.02)
                .at(0.92, 0.10)
                .at(0, 0.10);
        var bevel = new Corners()
                .at(0, -0.09)
                .at(rim - 0.10, -0.09, 0.01)
                .at(rim - 0.10, 0.09, 0.01)
                .at(0, 0.09);
        var sign = (hearts ? Emblem.heart(bench, palette.gold()) : Emblem.star(bench, palette.gold()))
                .scaled(0.52, 0.4, 0.52);
        var front = sign.moved(0, 0.10, 0).standing();
        return List.of(
                bench.spin(body, gold, Finish.METAL).standing(),
                new Workbench(bench.detail() * 0.6)
                        .spin(edge, Outline.waves(bench.some(REEDS), 0.03), deep, Finish.METAL)
                        .standing(),
                bench.spin(bevel, deep, Finish.METAL).standing(),
                front,
                front.turnedAboutY(180));
    }
}
