package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A box with a lid, tied with a ribbon and a bow. */
final class Gift {
    private static final double RIBBON = 0.15;

    private Gift() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        double width = random.between(0.74, 0.84);
        double height = random.between(0.95, 1.15);
        double lid = height - 1;
        var paper = Paint.plain(palette.primary());
        var cover = Paint.plain(palette.primary().mix(palette.ivory(), 0.22));
        var ribbon = Paint.plain(palette.accent());
        var loop = loop(bench, ribbon).moved(0.03, lid + 0.27, 0);
        var tail = bench.bar(
                        new Corners().at(0, 0).at(0.30, 0.06, 0.2).at(0.52, -0.04), 0.035, 0.12, ribbon, Finish.GLOSS)
                .turnedAboutY(-40)
                .moved(0, lid + 0.26, 0.05);
        return List.of(
                box(bench, width, width, -1, lid, paper, Finish.MATTE),
                box(bench, width + 0.07, width + 0.07, lid, lid + 0.24, cover, Finish.MATTE),
                box(bench, RIBBON, width + 0.02, -0.99, lid, ribbon, Finish.GLOSS),
                box(bench, width + 0.02, RIBBON, -0.99, lid, ribbon, Finish.GLOSS),
                box(bench, RIBBON + 0.01, width + 0.09, lid + 0.01, lid + 0.26, ribbon, Finish.GLOSS),
                box(bench, width + 0.09, RIBBON + 0.01, lid + 0.01, lid + 0.26, ribbon, Finish.GLOSS),
                loop,
                loop.turnedAboutY(180),
                tail,
                tail.turnedAboutY(100),
                bench.ball(0.12, ribbon, Finish.GLOSS).scaled(1, 0.95, 1.1).moved(0, lid + 0.33, 0));
    }

    private static Solid box(
            Workbench bench, double halfWidth, double halfDepth, double low, double high, Paint paint, Finish finish) {
        double half = (high - low) / 2;
        double size = Math.max(halfWidth, halfDepth);
        var profile = new Corners()
                .at(0, -half)
                .at(size, -half, 0.05)
                .at(size, half, 0.05)
                .at(0, half);
        var outline = Outline.rectangle(halfWidth / size, halfDepth / size, 0.06);
        return bench.spin(profile, outline, paint, finish).moved(0, low + half, 0);
    }

    private static Solid loop(Workbench bench, Paint paint) {
        var line = new Corners()
                .at(0, 0.02, 0.05)
                .at(0.42, 0.04, 0.18)
                .at(0.58, 0.42, 0.18)
                .at(0.18, 0.42, 0.2);
        return bench.hoop(line, 0.035, 0.13, paint, Finish.GLOSS);
    }
}
