package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A mug of coffee with a heart in its foam, on a saucer. */
final class Coffee {
    private Coffee() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        double rim = random.between(0.64, 0.72);
        var china = Paint.plain(palette.primary());
        var cup = new Corners()
                .at(0, -0.74)
                .at(0.34, -0.74, 0.02)
                .at(0.38, -0.66, 0.08)
                .at(rim - 0.04, -0.40, 0.5)
                .at(rim, 0.52, 0.03)
                .at(rim - 0.07, 0.52, 0.03)
                .at(rim - 0.11, -0.34, 0.4)
                .at(0, -0.60);
        var handle = new Corners()
                .at(rim - 0.06, 0.34)
                .at(rim + 0.42, 0.40, 0.25)
                .at(rim + 0.36, -0.30, 0.3)
                .at(rim - 0.12, -0.28);
        var saucer = new Corners()
                .at(0, -0.84)
                .at(0.45, -0.84, 0.03)
                .at(0.60, -0.78, 0.2)
                .at(1.08, -0.62, 0.02)
                .at(1.08, -0.58, 0.02)
                .at(0.58, -0.72, 0.2)
                .at(0, -0.72);
        var surface = new Corners()
                .at(0, 0.28)
                .at(rim - 0.06, 0.28)
                .at(rim - 0.06, 0.36)
                .at(0, 0.36);
        var foam = palette.ivory();
        return List.of(
                bench.spin(saucer, Paint.plain(palette.ivory()), Finish.GLOSS),
                bench.spin(cup, china, Finish.GLOSS),
                bench.bar(handle, 0.06, 0.085, china, Finish.GLOSS),
                bench.spin(surface, Paint.plain(new Rgb(0x6b3d1e)), Finish.GLOSS),
                Emblem.heart(bench, foam).scaled(0.36, 0.08, 0.36).moved(0, 0.36, 0));
    }
}
