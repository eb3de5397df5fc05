package dev.runengine.campaign.vision;

import java.util.function.IntConsumer;

/**
 * The connected regions of a picture at growing tolerance: neighbours whose colours differ less than the tolerance
 * belong together, so a gradient is one region while a sharp edge parts two. Regions only merge as tolerance grows,
 * which a disjoint-set forest follows in one pass.
 */
final class Regions {
    private final LabRaster raster;
    private final int[] parent;
    private final int[] size;
    private final int[] left;
    private final int[] right;
    private final int[] top;
    private final int[] bottom;
    private final int[] sizeWhenSeen;

    Regions(LabRaster raster) {
        this.raster = raster;
        int count = raster.width() * raster.height();
        parent = new int[count];
        size = new int[count];
        left = new int[count];
        right = new int[count];
        top = new int[count];
        bottom = new int[count];
        sizeWhenSeen = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
            size[i] = 1;
            left[i] = right[i] = i % raster.width();
            top[i] = bottom[i] = i / raster.width();
        }
    }

    /** Merges what differs less than the tolerance, which must not be lower than before. */
    void grow(double tolerance) {
        int width = raster.width();
        for (int i = 0; i < parent.length; i++) {
            if ((i + 1) % width != 0 && raster.distance(i, i + 1) < tolerance) {
                merge(i, i + 1);
            }
            if (i + width < parent.length && raster.distance(i, i + width) < tolerance) {
                merge(i, i + width);
            }
        }
    }

    /** Every region that has changed since the last call, by its root. */
    void forEachChanged(IntConsumer visitor) {
        for (int i = 0; i < parent.length; i++) {
            if (parent[i] == i && size[i] != sizeWhenSeen[i]) {
                sizeWhenSeen[i] = size[i];
                visitor.accept(i);
            }
        }
    }

    Box box(int root) {
        return new Box(left[root], top[root], right[root] - left[root] + 1, bottom[root] - top[root] + 1);
    }

    int size(int root) {
        return size[root];
    }

    int root(int pixel) {
        int root = pixel;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private void merge(int one, int other) {
        int p = root(one);
        int q = root(other);
        if (p == q) {
            return;
        }
        int big = size[p] >= size[q] ? p : q;
        int small = big == p ? q : p;
        parent[small] = big;
        size[big] += size[small];
        left[big] = Math.min(left[big], left[small]);
        right[big] = Math.max(right[big], right[small]);
        top[big] = Math.min(top[big], top[small]);
        bottom[big] = Math.max(bottom[big], bottom[small]);
    }
}
