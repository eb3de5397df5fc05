package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** Scoops of ice cream in a waffle cone, with sprinkles and a cherry. */
final class IceCream {
    private static final int SPRINKLES = 36;

    private IceCream() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        var waffle = new Rgb(0xe0a458);
        var crust = waffle.mix(Rgb.BLACK, 0.22);
        var cone = new Corners()
                .at(0, -1.1)
                .at(0.06, -1.1, 0.05)
                .at(0.50, 0.0, 0.03)
                .at(0.40, 0.0, 0.02)
                .at(0, -0.05);
        Paint lattice = p -> {
            double turn = StrictMath.atan2(p.z(), p.x()) / (2 * Math.PI) * 12;
            double climb = p.y() * 6;
            boolean groove = Math.floorMod((int) Math.floor((turn + climb) * 4), 4) == 0
                    || Math.floorMod((int) Math.floor((turn - climb) * 4), 4) == 0;
            return groove ? crust : waffle;
        };
        var parts = new ArrayList<Solid>();
        parts.add(new Workbench(bench.detail() * 1.6).spin(cone, lattice, Finish.MATTE));
        parts.add(scoop(bench, 0.54, Paint.plain(palette.primary())).moved(0, 0.12, 0));
        parts.add(scoop(bench, 0.44, Paint.plain(palette.ivory())).moved(0, 0.62, 0));
        parts.add(bench.ball(0.14, Paint.plain(new Rgb(0xc81e3a)), Finish.GLOSS).moved(0, 1.1, 0));
        var colours = List.of(palette.accent(), palette.secondary(), palette.gold());
        for (int i = 0; i < bench.some(SPRINKLES); i++) {
            parts.add(sprinkle(bench, Paint.plain(random.pick(colours)), random));
        }
        return parts;
    }

    /** A ball with a ragged skirt. */
    private static Solid scoop(Workbench bench, double radius, Paint paint) {
        return bench.globe(
                        d -> {
                            double skirt = Math.max(0, 1 - Math.abs(d.y() + 0.42) / 0.18);
                            double ripple = StrictMath.sin(9 * StrictMath.atan2(d.z(), d.x()));
                            return 1 + skirt * (0.10 + 0.035 * ripple);
                        },
                        paint,
                        Finish.MATTE)
                .scaled(radius);
    }

    private static Solid sprinkle(Workbench bench, Paint paint, SplitMix random) {
        var bar = new Workbench(bench.detail() * 0.4)
                .bar(new Corners().at(-0.05, 0).at(0.05, 0), 0.018, 0.018, paint, Finish.GLOSS);
        return bar.turnedAboutY(random.between(0, 180))
                .moved(0, 0.45, 0)
                .turnedAboutX(random.between(5, 75))
                .turnedAboutY(random.between(0, 360))
                .moved(0, 0.62, 0);
    }
}
