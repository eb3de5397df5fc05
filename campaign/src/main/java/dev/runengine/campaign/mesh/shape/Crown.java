package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** A golden crown with jewels on its band, pearls on its points and a velvet cap. */
final class Crown {
    private Crown() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        int peaks = 5 + random.nextInt(3);
        double height = random.between(0.95, 1.15);
        var gold = Paint.plain(palette.gold());
        var parts = new ArrayList<Solid>();
        parts.add(bench.wall(turn -> section(turn, peaks, height), 0.9, 2 * peaks, gold, Finish.METAL));
        parts.add(band(bench, -0.62, gold));
        parts.add(band(bench, -0.22, gold));
        parts.add(bench.spin(cap(), Paint.plain(palette.primary()), Finish.MATTE));
        for (int i = 0; i < peaks; i++) {
            double degrees = 360.0 * i / peaks;
            parts.add(bench.ball(0.10, Paint.plain(palette.ivory()), Finish.GLOSS)
                    .moved(1.02, -0.22 + height, 0)
                    .turnedAboutY(degrees));
            var jewel = i % 2 == 0 ? palette.accent() : palette.secondary();
            parts.add(bench.ball(0.12, Paint.plain(jewel), Finish.GLOSS)
                    .scaled(0.6, 1, 1.2)
                    .moved(0.86, -0.42, 0)
                    .turnedAboutY(degrees));
        }
        return parts.stream().map(part -> part.moved(0, -0.1, 0)).toList();
    }

    /** A thin wall that leans outwards and rises to a peak at every whole share. */
    private static Corners section(double turn, int peaks, double height) {
        double wave = 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * peaks * turn);
        double top = -0.20 + height * (0.22 + 0.78 * StrictMath.pow(wave, 1.4));
        double lean = 0.14 * (top + 0.62) / height;
        return new Corners()
                .at(0.78, -0.66, 0.02)
                .at(0.86, -0.66, 0.02)
                .at(0.86 + lean, top, 0.03)
                .at(0.78 + lean, top, 0.03);
    }

    private static Solid band(Workbench bench, double height, Paint paint) {
        return bench.wall(
                _ -> new Corners()
                        .at(0.76, height - 0.06, 0.05)
                        .at(0.93, height - 0.06, 0.05)
                        .at(0.93, height + 0.06, 0.05)
                        .at(0.76, height + 0.06, 0.05),
                0.9,
                4,
                paint,
                Finish.METAL);
    }

    private static Corners cap() {
        return new Corners()
                .at(0, -0.60)
                .at(0.78, -0.60, 0.02)
                .at(0.82, 0.20, 0.35)
                .at(0.25, 0.42, 0.3)
                .at(0, 0.38);
    }
}
