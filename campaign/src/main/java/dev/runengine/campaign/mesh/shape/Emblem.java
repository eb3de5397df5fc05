package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;

/** Small raised signs, of radius 1 and lying on the ground plane. */
final class Emblem {
    private Emblem() {}

    static Solid star(Workbench bench, Rgb colour) {
        return raised(bench, Outline.star(5, 0.48, 0.06), colour);
    }

    static Solid heart(Workbench bench, Rgb colour) {
        return raised(bench, Outline.heart(), colour);
    }

    private static Solid raised(Workbench bench, Outline outline, Rgb colour) {
        var profile = new Corners()
                .at(0, -0.3)
                .at(1, -0.3, 0.05)
                .at(1, 0.10, 0.1)
                .at(0.7, 0.24, 0.2)
                .at(0, 0.3);
        return new Workbench(bench.detail() * 0.5).spin(profile, outline, Paint.plain(colour), Finish.METAL);
    }
}
