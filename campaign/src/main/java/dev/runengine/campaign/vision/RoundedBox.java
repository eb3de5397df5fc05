package dev.runengine.campaign.vision;

/**
 * A box with round corners.
 *
 * @param roundness radius of the corners as a share of the height: 0 is a rectangle, 0.5 a pill
 */
record RoundedBox(Box box, double roundness) {
    private static final double[] ROUNDNESSES = {0, 0.12, 0.25, 0.37, 0.5};

    /** A rounded box and how well it covers the silhouette (intersection over union). */
    record Fit(RoundedBox shape, double quality) {}

    static Fit best(Silhouette silhouette) {
        var best = new Fit(new RoundedBox(silhouette.box(), 0), 0);
        for (double roundness : ROUNDNESSES) {
            var shape = new RoundedBox(silhouette.box(), roundness);
            double quality = shape.overlap(silhouette);
            if (quality > best.quality()) {
                best = new Fit(shape, quality);
            }
        }
        return best;
    }

    double radius() {
        return Math.min(roundness * box.height(), Math.min(box.width(), box.height()) / 2.0);
    }

    /** Whether a point, measured from the upper left corner of the box, lies inside. */
    boolean contains(double x, double y) {
        double radius = radius();
        double dx = x - Math.clamp(x, radius, box.width() - radius);
        double dy = y - Math.clamp(y, radius, box.height() - radius);
        return dx * dx + dy * dy <= radius * radius + 1e-9;
    }

    private double overlap(Silhouette silhouette) {
        int common = 0;
        int either = 0;
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                boolean here = contains(x + 0.5, y + 0.5);
                boolean there = silhouette.contains(x, y);
                common += here && there ? 1 : 0;
                either += here || there ? 1 : 0;
            }
        }
        return (double) common / either;
    }
}
