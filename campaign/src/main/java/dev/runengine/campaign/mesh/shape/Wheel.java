package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** An upright prize wheel with coloured fields, pegs on its rim, a hub, a pointer and a stand. */
final class Wheel {
    private Wheel() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        int fields = 8 + 2 * random.nextInt(3);
        var gold = Paint.plain(palette.gold());
        var parts = new ArrayList<Solid>();
        parts.add(disc(bench, palette, fields));
        parts.add(bench.wall(_ -> rim(), 0.9, 4, Paint.plain(palette.secondary()), Finish.GLOSS));
        parts.add(bench.spin(
                new Corners().at(0, 0).at(0.18, 0, 0.02).at(0.18, 0.16, 0.12).at(0, 0.17), gold, Finish.METAL));
        var divider = bench.bar(new Corners().at(0.1, 0).at(0.82, 0), 0.014, 0.014, gold, Finish.METAL)
                .moved(0, 0.055, 0);
        for (int i = 0; i < fields; i++) {
            double degrees = 360.0 * i / fields;
            parts.add(divider.turnedAboutY(degrees));
            parts.add(bench.ball(0.045, gold, Finish.METAL).moved(0.88, 0.10, 0).turnedAboutY(degrees));
        }
        var upright = new ArrayList<Solid>();
        parts.forEach(part -> upright.add(part.standing().moved(0, 0.12, 0)));
        upright.add(pointer(bench, palette).moved(0, 1.0, 0.13));
        upright.add(leg(bench, palette).turnedAboutZ(-16).moved(-0.28, -0.55, -0.16));
        upright.add(leg(bench, palette).turnedAboutZ(16).moved(0.28, -0.55, -0.16));
        upright.add(bench.spin(
                        new Corners()
                                .at(0, -0.06)
                                .at(0.62, -0.06, 0.03)
                                .at(0.60, 0.06, 0.05)
                                .at(0, 0.06),
                        Outline.rectangle(1, 0.42, 0.2),
                        Paint.plain(palette.shade()),
                        Finish.GLOSS)
                .moved(0, -1.05, -0.06));
        return upright;
    }

    private static Solid disc(Workbench bench, Palette palette, int fields) {
        var colours = List.of(palette.primary(), palette.ivory(), palette.accent(), palette.ivory());
        Paint paint = p -> {
            double turn = StrictMath.atan2(-p.z(), p.x()) / (2 * Math.PI) + 1;
            return colours.get((int) Math.floor(turn * fields + 1e-9) % fields % colours.size());
        };
        var profile = new Corners().at(0, -0.05).at(0.86, -0.05).at(0.86, 0.05).at(0, 0.05);
        var outline = new Outline(Outline.circle().sampler(), fields);
        return bench.spin(profile, outline, paint, Finish.GLOSS);
    }

    private static Corners rim() {
        return new Corners()
                .at(0.82, -0.09, 0.04)
                .at(0.97, -0.09, 0.05)
                .at(0.97, 0.10, 0.06)
                .at(0.82, 0.08, 0.04);
    }

    private static Solid pointer(Workbench bench, Palette palette) {
        var profile = new Corners()
                .at(0, -0.05)
                .at(0.2, -0.05, 0.02)
                .at(0.2, 0.05, 0.03)
                .at(0, 0.06);
        return bench.spin(profile, Outline.star(3, 0.55, 0.08), Paint.plain(palette.accent()), Finish.GLOSS)
                .standing()
                .turnedAboutZ(180);
    }

    private static Solid leg(Workbench bench, Palette palette) {
        return bench.bar(new Corners().at(0, -0.5).at(0, 0.6), 0.07, 0.04, Paint.plain(palette.shade()), Finish.GLOSS);
    }
}
