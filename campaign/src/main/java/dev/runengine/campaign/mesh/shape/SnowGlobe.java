package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** A glass globe on a wooden foot, with a snowy hill, a decorated tree and falling snow. */
final class SnowGlobe {
    private static final double GLASS_RADIUS = 0.82;
    private static final int FLAKES = 42;

    private SnowGlobe() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        var snow = Paint.plain(new Rgb(0xf7fbff));
        var parts = new ArrayList<Solid>();
        parts.add(bench.spin(
                new Corners()
                        .at(0, -1)
                        .at(0.80, -1, 0.04)
                        .at(0.80, -0.86, 0.05)
                        .at(0.66, -0.62, 0.1)
                        .at(0.66, -0.50, 0.04)
                        .at(0, -0.50),
                Paint.plain(palette.primary()),
                Finish.GLOSS));
        parts.add(bench.wall(
                _ -> new Corners()
                        .at(0.60, -0.56, 0.03)
                        .at(0.71, -0.56, 0.04)
                        .at(0.71, -0.46, 0.04)
                        .at(0.60, -0.46, 0.03),
                0.7,
                4,
                Paint.plain(palette.gold()),
                Finish.METAL));
        parts.add(bench.spin(
                new Corners()
                        .at(0, -0.56)
                        .at(0.60, -0.50, 0.02)
                        .at(0.50, -0.28, 0.3)
                        .at(0, -0.22),
                snow,
                Finish.MATTE));
        parts.addAll(tree(bench, palette, random));
        for (int i = 0; i < bench.some(FLAKES); i++) {
            parts.add(flake(bench, snow, random));
        }
        parts.add(bench.ball(GLASS_RADIUS, Paint.plain(palette.ivory()), Finish.GLASS)
                .moved(0, 0.12, 0));
        return parts;
    }

    private static List<Solid> tree(Workbench bench, Palette palette, SplitMix random) {
        var green = Paint.plain(new Rgb(0x2e7d4f));
        var parts = new ArrayList<Solid>();
        for (int tier = 0; tier < 3; tier++) {
            double width = 0.36 - 0.09 * tier;
            double low = -0.22 + 0.22 * tier;
            var cone = new Corners()
                    .at(0, low)
                    .at(width, low - 0.02, 0.02)
                    .at(width - 0.03, low + 0.06, 0.04)
                    .at(0.03, low + 0.36, 0.03)
                    .at(0, low + 0.37);
            parts.add(bench.spin(cone, Outline.waves(8, 0.12), green, Finish.MATTE));
            for (int i = 0; i < bench.some(5); i++) {
                double degrees = 72 * i + 36 * tier + random.between(-6, 6);
                var bauble = i % 2 == 0 ? palette.accent() : palette.primary();
                parts.add(bench.ball(0.035, Paint.plain(bauble), Finish.GLOSS)
                        .moved(width - 0.04, low + 0.05, 0)
                        .turnedAboutY(degrees));
            }
        }
        parts.add(Emblem.star(bench, palette.gold()).standing().scaled(0.10).moved(0, 0.64, 0));
        return parts;
    }

    /** Somewhere inside the glass, clear of the tree. */
    private static Solid flake(Workbench bench, Paint snow, SplitMix random) {
        double height = random.between(-0.30, 0.78);
        double room = Math.sqrt(0.74 * 0.74 - (height - 0.12) * (height - 0.12));
        double distance = random.between(0.55, 0.97) * room;
        return new Workbench(bench.detail() * 0.6)
                .ball(random.between(0.015, 0.028), snow, Finish.MATTE)
                .moved(distance, height, 0)
                .turnedAboutY(random.between(0, 360));
    }
}
