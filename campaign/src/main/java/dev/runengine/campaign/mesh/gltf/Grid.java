package dev.runengine.campaign.mesh.gltf;

import java.util.List;

/** A cube around the model, in whose coordinates of -1 to 1 quantised positions are stored. */
record Grid(List<Double> centre, double scale) {
    static final Grid NONE = new Grid(List.of(0.0, 0.0, 0.0), 1);

    static Grid of(Bounds bounds) {
        double half = 0;
        for (int axis = 0; axis < 3; axis++) {
            half = Math.max(half, extent(bounds, axis) / 2);
        }
        return new Grid(List.of(middle(bounds, 0), middle(bounds, 1), middle(bounds, 2)), half == 0 ? 1 : half);
    }

    double position(int axis, float value) {
        return (value - centre.get(axis)) / scale;
    }

    private static double extent(Bounds bounds, int axis) {
        return (double) bounds.max().get(axis) - bounds.min().get(axis);
    }

    private static double middle(Bounds bounds, int axis) {
        return ((double) bounds.max().get(axis) + bounds.min().get(axis)) / 2;
    }
}
