package dev.runengine.campaign.mesh.gltf;

/** The vertex attributes that are kept. Their order is the order in a vertex. */
public enum Semantic {
    POSITION(3),
    NORMAL(3),
    TANGENT(4),
    TEXCOORD_0(2),
    TEXCOORD_1(2),
    COLOR_0(4);

    private final int components;

    Semantic(int components) {
        this.components = components;
    }

    public int components() {
        return components;
    }

    String accessorType() {
        return "VEC" + components;
    }
}
