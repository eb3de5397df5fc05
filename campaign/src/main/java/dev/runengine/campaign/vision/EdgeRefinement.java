package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;

/**
 * Moves the four sides of a box found in a shrunk picture to the edges of the full one: for each side the nearest
 * place where most lines across it make a sharp step. Soft shadows make none.
 */
final class EdgeRefinement {
    private static final int LINES = 21;
    /** As a share of the height: the region may have leaked into something of its colour. */
    private static final double INWARD = 0.12;
    /** In pixels of the shrunk picture: further out, a step belongs to what lies behind the button. */
    private static final double REACH = 2.2;
    /** As a share of the height: how much of a round end is too thin for the region to have kept. */
    private static final double BLUNT = 0.04;

    private static final double AGREEMENT = 0.6;
    private static final double STEP = 0.035;

    private final BufferedImage image;
    private final Box box;

    private EdgeRefinement(BufferedImage image, Box box) {
        this.image = image;
        this.box = box;
    }

    static RoundedBox refine(BufferedImage image, RoundedBox found, double scale) {
        var coarse = found.box().scaled(1 / scale);
        var refinement = new EdgeRefinement(image, coarse);
        double pixel = 1 / scale;
        double roundness = found.roundness();
        int left = coarse.x() - refinement.side(-1, 0, pixel, roundness);
        int right = coarse.x() + coarse.width() + refinement.side(1, 0, pixel, roundness);
        int top = coarse.y() - refinement.side(0, -1, pixel, roundness);
        int bottom = coarse.y() + coarse.height() + refinement.side(0, 1, pixel, roundness);
        return new RoundedBox(new Box(left, top, right - left, bottom - top), roundness);
    }

    /** How far the side that faces (dx, dy) moves outwards, in pixels; 0 if no step is found. */
    private int side(int dx, int dy, double coarsePixel, double roundness) {
        int from = -(int) Math.ceil(Math.max(REACH * coarsePixel, INWARD * box.height()));
        double blunt = dx == 0 ? 0 : 2 * roundness * BLUNT * box.height();
        int to = (int) Math.ceil(REACH * coarsePixel + blunt);
        int[] steps = new int[to - from + 1];
        for (int line = 0; line < LINES; line++) {
            tally(steps, line, dx, dy, from, roundness);
        }
        int best = 0;
        boolean found = false;
        for (int i = 0; i < steps.length; i++) {
            int near = steps[i] + (i > 0 ? steps[i - 1] : 0) + (i > 1 ? steps[i - 2] : 0);
            if (steps[i] > 0 && near >= AGREEMENT * LINES) {
                int edge = strongest(steps, Math.max(0, i - 2), i) + from;
                if (!found || Math.abs(edge) < Math.abs(best)) {
                    best = edge;
                    found = true;
                }
            }
        }
        return best;
    }

    private static int strongest(int[] steps, int from, int to) {
        int best = to;
        for (int i = to; i >= from; i--) {
            if (steps[i] > steps[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Marks where the colour steps along one line across the side, at the peak of each step. */
    private void tally(int[] steps, int line, int dx, int dy, int from, double roundness) {
        double spread = dx == 0 ? box.width() - 2 * roundness * box.height() : box.height() * 0.24;
        double offset = ((line + 0.5) / LINES - 0.5) * Math.max(spread, box.height() * 0.3);
        double x = box.centreX() + dx * box.width() / 2.0 + (dx == 0 ? offset : 0);
        double y = box.centreY() + dy * box.height() / 2.0 + (dy == 0 ? offset : 0);
        var differences = new double[steps.length + 2];
        for (int i = 0; i < differences.length; i++) {
            int k = from + i - 1;
            differences[i] = pixel(x, y, dx, dy, k - 1).distance(pixel(x, y, dx, dy, k + 1));
        }
        for (int i = 0; i < steps.length; i++) {
            double here = differences[i + 1];
            if (here > STEP && here >= differences[i] && here > differences[i + 2]) {
                steps[i]++;
            }
        }
    }

    /** The k-th pixel outwards; 0 is the first outside the box. */
    private OkLab pixel(double x, double y, int dx, int dy, int k) {
        int px = (int) Math.floor(x) + dx * k - (dx < 0 ? 1 : 0);
        int py = (int) Math.floor(y) + dy * k - (dy < 0 ? 1 : 0);
        return OkLab.of(new Rgb(
                image.getRGB(Math.clamp(px, 0, image.getWidth() - 1), Math.clamp(py, 0, image.getHeight() - 1))));
    }
}
