package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;

/** The colour of a solid at a point, before the solid is moved. */
@FunctionalInterface
interface Paint {
    Rgb at(Vec3 point);

    static Paint plain(Rgb colour) {
        return _ -> colour;
    }
}
