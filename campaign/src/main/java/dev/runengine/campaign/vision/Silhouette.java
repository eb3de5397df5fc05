package dev.runengine.campaign.vision;

import java.util.Arrays;

/**
 * A region with its holes filled, so that a label does not count as a gap, nor the inside of an outline.
 *
 * @param filled row by row within the box
 * @param own those of the filled pixels that belong to the region itself
 */
record Silhouette(Box box, boolean[] filled, boolean[] own) {
    /** A row or column thinner than this share of the typical one is a tail, not the body. */
    private static final double TAIL = 0.35;

    static Silhouette of(Regions regions, int root, int rasterWidth) {
        var box = regions.box(root);
        var own = new boolean[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                own[y * box.width() + x] = regions.root((box.y() + y) * rasterWidth + box.x() + x) == root;
            }
        }
        return new Silhouette(box, filled(own, box.width()), own).withoutTails();
    }

    boolean contains(int x, int y) {
        return filled[y * box.width() + x];
    }

    boolean isOwn(int x, int y) {
        return own[y * box.width() + x];
    }

    int area() {
        return count(filled);
    }

    int ownArea() {
        return count(own);
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean set : mask) {
            count += set ? 1 : 0;
        }
        return count;
    }

    /** All that a flood from outside the box does not reach. */
    private static boolean[] filled(boolean[] own, int width) {
        var outside = new boolean[own.length];
        var queue = new int[own.length];
        int queued = 0;
        for (int i = 0; i < own.length; i++) {
            boolean onEdge = i < width || i >= own.length - width || i % width == 0 || i % width == width - 1;
            if (onEdge && !own[i]) {
                outside[i] = true;
                queue[queued++] = i;
            }
        }
        for (int next = 0; next < queued; next++) {
            int i = queue[next];
            int[] neighbours = {
                i % width > 0 ? i - 1 : i,
                i % width < width - 1 ? i + 1 : i,
                i >= width ? i - width : i,
                i < own.length - width ? i + width : i
            };
            for (int neighbour : neighbours) {
                if (!own[neighbour] && !outside[neighbour]) {
                    outside[neighbour] = true;
                    queue[queued++] = neighbour;
                }
            }
        }
        var filled = new boolean[own.length];
        for (int i = 0; i < own.length; i++) {
            filled[i] = !outside[i];
        }
        return filled;
    }

    private Silhouette withoutTails() {
        var rows = new int[box.height()];
        var columns = new int[box.width()];
        for (int i = 0; i < filled.length; i++) {
            if (filled[i]) {
                rows[i / box.width()]++;
                columns[i % box.width()]++;
            }
        }
        int[] down = body(rows);
        int[] across = body(columns);
        var body = new Box(box.x() + across[0], box.y() + down[0], across[1] - across[0], down[1] - down[0]);
        return body.equals(box) ? this : new Silhouette(body, cut(filled, body), cut(own, body));
    }

    /** First and one after the last line that is thick enough. */
    private static int[] body(int[] thickness) {
        var sorted = thickness.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length / 2] * TAIL;
        int from = 0;
        int to = thickness.length;
        while (from < to - 1 && thickness[from] < least) {
            from++;
        }
        while (to > from + 1 && thickness[to - 1] < least) {
            to--;
        }
        return new int[] {from, to};
    }

    private boolean[] cut(boolean[] mask, Box part) {
        var cut = new boolean[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(
                    mask,
                    (part.y() - box.y() + y) * box.width() + part.x() - box.x(),
                    cut,
                    y * part.width(),
                    part.width());
        }
        return cut;
    }
}
