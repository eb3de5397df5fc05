package dev.runengine.campaign.vision;

/**
 * A region that might be a button.
 *
 * @param shape in pixels of the raster
 * @param likeness 0 to 1
 */
record Candidate(RoundedBox shape, double fit, Outline outline, double likeness) {
    private static final double LEAST_FIT = 0.8;

    /** The region judged; its likeness is 0 if it has not even the shape of a button. */
    static Candidate of(LabRaster raster, Silhouette silhouette) {
        var fit = RoundedBox.best(silhouette);
        var outline = Outline.of(raster, fit.shape());
        if (fit.quality() < LEAST_FIT) {
            return new Candidate(fit.shape(), fit.quality(), outline, 0);
        }
        double likeness = Ease.rise(fit.quality(), 0.86, 0.98)
                * Ease.rise(outline.coverage(), 0.45, 0.85)
                * (0.55 + 0.45 * Ease.rise(outline.contrast(), 0.04, 0.16))
                * Label.on(raster, silhouette).likeness()
                * proportions(fit.shape().box(), raster)
                * place(fit.shape().box(), raster);
        return new Candidate(fit.shape(), fit.quality(), outline, likeness);
    }

    /** The same with its likeness lowered by a factor. */
    Candidate doubted(double factor) {
        return new Candidate(shape, fit, outline, likeness * factor);
    }

    private static double proportions(Box box, LabRaster raster) {
        double aspect = box.aspect();
        double share = (double) box.area() / (raster.width() * raster.height());
        return Ease.rise(aspect, 1.2, 2)
                * Ease.fall(aspect, 6.5, 10)
                * Ease.rise(share, 0.002, 0.012)
                * Ease.fall(share, 0.13, 0.25);
    }

    /** Start buttons stand near the middle line, mostly low, and whole. A doubt, never a verdict. */
    private static double place(Box box, LabRaster raster) {
        double aside = Math.abs(box.centreX() / raster.width() - 0.5);
        double down = box.centreY() / raster.height();
        boolean cut = box.x() <= 1
                || box.y() <= 1
                || box.x() + box.width() >= raster.width() - 1
                || box.y() + box.height() >= raster.height() - 1;
        return (cut ? 0.5 : 1) * (1 - 0.35 * Ease.rise(aside, 0.08, 0.4)) * (0.72 + 0.28 * Ease.rise(down, 0.3, 0.6));
    }
}
