package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import java.util.Arrays;

/**
 * What stands on a face in another colour.
 *
 * @param share of the face that it covers
 * @param width of its box as a share of the face's
 * @param height of its box as a share of the face's
 * @param offCentre how far its middle is from the face's middle, as shares of width and height, the larger of the two
 * @param parts how many pieces it has, such as letters
 */
record Label(double share, double width, double height, double offCentre, int parts) {
    /** Rims and shading lie near the edge of a face; labels do not. */
    private static final double MARGIN = 0.14;

    private static final double SOLID = 0.5;
    private static final double OTHER_COLOUR = 0.09;

    static Label on(LabRaster raster, Silhouette face) {
        return measured(face.ownArea() > SOLID * face.area() ? holes(face) : otherColours(raster, face), face.box());
    }

    /** 0 for a bare face, 1 for one with a centred word. */
    double likeness() {
        if (parts == 0) {
            return 0;
        }
        double covers = Ease.rise(share, 0.012, 0.04) * Ease.fall(share, 0.45, 0.62);
        double letters = parts >= 3 ? 1 : parts == 2 ? 0.95 : 0.72;
        double size = Ease.rise(height, 0.14, 0.28) * Ease.rise(width, 0.04, 0.1);
        // Letters fill their line; stripes, waves or lights strewn over an area do not.
        double density = Ease.rise(share / (width * height), 0.1, 0.22);
        // What reaches from edge to edge is part of the object, not written on it.
        double air = Ease.fall(height, 0.63, 0.71);
        return covers * letters * size * density * air * Ease.fall(offCentre, 0.1, 0.3);
    }

    private static boolean[] holes(Silhouette face) {
        var mask = new boolean[face.filled().length];
        int width = face.box().width();
        for (int i = 0; i < mask.length; i++) {
            mask[i] =
                    isInside(i, face.box()) && face.contains(i % width, i / width) && !face.isOwn(i % width, i / width);
        }
        return mask;
    }

    /** Compared with the middle colour of its row, for faces that are shaded from top to bottom. */
    private static boolean[] otherColours(LabRaster raster, Silhouette face) {
        var box = face.box();
        var mask = new boolean[face.filled().length];
        for (int y = 0; y < box.height(); y++) {
            int start = (box.y() + y) * raster.width() + box.x();
            var typical = new OkLab(
                    median(raster.lightness(), start, box.width()),
                    median(raster.a(), start, box.width()),
                    median(raster.b(), start, box.width()));
            for (int x = 0; x < box.width(); x++) {
                int i = y * box.width() + x;
                mask[i] = isInside(i, box) && raster.at(start + x).distance(typical) > OTHER_COLOUR;
            }
        }
        return mask;
    }

    private static float median(float[] values, int from, int count) {
        var sorted = Arrays.copyOfRange(values, from, from + count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    private static boolean isInside(int index, Box box) {
        double margin = Math.max(1, MARGIN * box.height());
        int x = index % box.width();
        int y = index / box.width();
        return x >= margin && x < box.width() - margin && y >= margin && y < box.height() - margin;
    }

    private static Label measured(boolean[] mask, Box box) {
        int area = 0;
        int left = box.width();
        int right = -1;
        int top = box.height();
        int bottom = -1;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                area++;
                left = Math.min(left, i % box.width());
                right = Math.max(right, i % box.width());
                top = Math.min(top, i / box.width());
                bottom = Math.max(bottom, i / box.width());
            }
        }
        if (area == 0) {
            return new Label(0, 0, 0, 1, 0);
        }
        return new Label(
                (double) area / box.area(),
                (right - left + 1.0) / box.width(),
                (bottom - top + 1.0) / box.height(),
                Math.max(
                        Math.abs((left + right + 1.0) / 2 / box.width() - 0.5),
                        Math.abs((top + bottom + 1.0) / 2 / box.height() - 0.5)),
                parts(mask, box));
    }

    /** Connected pieces of more than a speck. */
    private static int parts(boolean[] mask, Box box) {
        int speck = Math.max(3, (int) (box.area() / 400));
        var open = mask.clone();
        var stack = new int[mask.length];
        int parts = 0;
        for (int start = 0; start < open.length; start++) {
            if (open[start] && drained(open, stack, start, box.width()) > speck) {
                parts++;
            }
        }
        return parts;
    }

    private static int drained(boolean[] open, int[] stack, int start, int width) {
        int depth = 0;
        int size = 0;
        stack[depth++] = start;
        open[start] = false;
        while (depth > 0) {
            int i = stack[--depth];
            size++;
            // The margin keeps the mask off the box's edge, so every neighbour exists.
            for (int neighbour : new int[] {i - 1, i + 1, i - width, i + width}) {
                if (open[neighbour]) {
                    open[neighbour] = false;
                    stack[depth++] = neighbour;
                }
            }
        }
        return size;
    }
}
