package dev.runengine.campaign.mesh.shape;

/**
 * What a surface is made of, in the terms of the metallic-roughness model of glTF 2.0.
 *
 * <p>Metal stays far from fully metallic: a viewer without an environment map would draw it black.
 */
public enum Finish {
    METAL(0.45, 0.28, 1),
    GLOSS(0.05, 0.30, 1),
    MATTE(0.0, 0.75, 1),
    GLASS(0.0, 0.05, 0.22);

    private final double metallic;
    private final double roughness;
    private final double opacity;

    Finish(double metallic, double roughness, double opacity) {
        this.metallic = metallic;
        this.roughness = roughness;
        this.opacity = opacity;
    }

    public double metallic() {
        return metallic;
    }

    public double roughness() {
        return roughness;
    }

    /** 1 is solid. */
    public double opacity() {
        return opacity;
    }
}
