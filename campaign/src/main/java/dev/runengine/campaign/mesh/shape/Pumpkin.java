package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A ribbed pumpkin with a curved stalk and a carved, glowing face. */
final class Pumpkin {
    private Pumpkin() {}

    static List<Solid> build(Workbench bench, Palette palette, SplitMix random) {
        int ribs = 9 + random.nextInt(3);
        var orange = new Rgb(0xf07818).mix(palette.primary(), 0.2);
        var glow = new Rgb(0xffe35c);
        var body = new Corners()
                .at(0, -0.62)
                .at(0.35, -0.80, 0.3)
                .at(1.0, -0.70, 0.6)
                .at(1.0, 0.62, 0.6)
                .at(0.35, 0.78, 0.3)
                .at(0, 0.50);
        var stalk = new Corners().at(0, 0.5).at(0, 0.8, 0.2).at(0.2, 1.05);
        var eye = bench.spin(pane(), Outline.star(3, 0.55, 0.06), Paint.plain(glow), Finish.GLOSS)
                .standing();
        var tooth = bench.spin(pane(), Outline.rectangle(1, 0.9, 0.2), Paint.plain(orange), Finish.GLOSS)
                .standing();
        var smile = bench.bar(
                new Corners().at(-0.5, 0.06).at(0, -0.22, 0.9).at(0.5, 0.06),
                0.085,
                0.14,
                Paint.plain(glow),
                Finish.GLOSS);
        return List.of(
                bench.spin(body, Outline.waves(ribs, 0.10), Paint.plain(orange), Finish.MATTE),
                bench.bar(stalk, 0.10, 0.10, Paint.plain(new Rgb(0x5d7a2e)), Finish.MATTE),
                eye.scaled(0.22).turnedAboutX(-14).moved(-0.34, 0.24, 0.84),
                eye.scaled(0.22).turnedAboutX(-14).moved(0.34, 0.24, 0.84),
                smile.moved(0, -0.22, 0.88),
                tooth.scaled(0.07).moved(-0.16, -0.24, 1.0),
                tooth.scaled(0.07).moved(0.16, -0.24, 1.0));
    }

    private static Corners pane() {
        return new Corners().at(0, -0.6).at(1, -0.6, 0.05).at(1, 0.4, 0.1).at(0, 0.45);
    }
}
