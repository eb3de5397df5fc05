package dev.runengine.campaign.vision;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the start button of a picture by its looks: an area of one colour or shading, bounded all round by an edge,
 * shaped like a box with round corners, with a label in its middle.
 *
 * <p>Regions are grown at several tolerances, as in MSER (Matas et al., 2002), but on colour differences between
 * neighbours, so that shaded faces hold together.
 */
final class ButtonSearch {
    /** As many pixels as a phone picture has at 270 x 480: letters can still be told from their face. */
    private static final int WORKING_PIXELS = 130_000;

    private static final double[] TOLERANCES = {0.010, 0.014, 0.019, 0.026, 0.035, 0.047, 0.063, 0.085, 0.115};

    private static final double DOUBT_PER_TWIN = 0.7;

    private final LabRaster raster;
    private final List<Candidate> candidates = new ArrayList<>();

    private ButtonSearch(LabRaster raster) {
        this.raster = raster;
    }

    /** The likeliest button, in pixels of the image; empty if nothing has even the shape of one. */
    static Optional<Finding> search(BufferedImage image) {
        var search = new ButtonSearch(LabRaster.shrunk(image, WORKING_PIXELS));
        search.collect();
        return search.best().map(best -> {
            var face = EdgeRefinement.refine(image, best.shape(), search.raster.scale());
            return new Finding(RimSearch.outermost(image, face), best.likeness());
        });
    }

    /** @param confidence 0 to 1 */
    record Finding(RoundedBox shape, double confidence) {}

    private void collect() {
        var regions = new Regions(raster);
        for (double tolerance : TOLERANCES) {
            regions.grow(tolerance);
            regions.forEachChanged(root -> {
                if (couldBeButton(regions.box(root))) {
                    candidates.add(Candidate.of(raster, Silhouette.of(regions, root, raster.width())));
                }
            });
        }
    }

    private boolean couldBeButton(Box box) {
        double share = (double) box.area() / (raster.width() * raster.height());
        return box.height() >= 7
                && box.aspect() > 1.15
                && box.aspect() < 12
                && share > 0.002
                && share < 0.3
                && box.width() < raster.width() * 0.97;
    }

    private Optional<Candidate> best() {
        return candidates.stream()
                .filter(candidate -> candidate.likeness() > 0)
                .map(candidate -> candidate.doubted(StrictMath.pow(DOUBT_PER_TWIN, twins(candidate))))
                .max(Comparator.comparingDouble(Candidate::likeness));
    }

    /** Shapes of the same size elsewhere: answers, cards, keys. There is one start button. */
    private int twins(Candidate candidate) {
        var twins = new ArrayList<Box>();
        for (var other : candidates) {
            var box = other.shape().box();
            if (other.fit() > 0.85
                    && other.outline().coverage() > 0.6
                    && isAsLarge(box, candidate.shape().box())
                    && box.overlap(candidate.shape().box()) == 0
                    && twins.stream().allMatch(twin -> twin.overlap(box) == 0)) {
                twins.add(box);
            }
        }
        return Math.min(3, twins.size());
    }

    private static boolean isAsLarge(Box one, Box other) {
        return Math.abs(one.width() - other.width()) <= 0.1 * other.width()
                && Math.abs(one.height() - other.height()) <= 0.16 * other.height();
    }
}
