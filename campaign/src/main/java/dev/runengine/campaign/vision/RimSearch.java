package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;

/**
 * Looks round a button's face for its rim: a larger outline of the same shape, sharp on all four sides, perhaps with a
 * thicker lower edge. What lies behind the button does not follow its shape, and a shadow is not sharp.
 */
final class RimSearch {
    private static final double FURTHEST = 0.15;
    private static final double COVERED = 0.8;
    private static final double SIDE_COVERED = 0.45;
    private static final double STEP = 0.05;
    private static final int SAMPLES_PER_SIDE = 20;

    private final BufferedImage image;
    private final RoundedBox face;

    private RimSearch(BufferedImage image, RoundedBox face) {
        this.image = image;
        this.face = face;
    }

    /** The outermost outline, or the face itself. */
    static RoundedBox outermost(BufferedImage image, RoundedBox face) {
        var search = new RimSearch(image, face);
        int reach = (int) (FURTHEST * face.box().height());
        int stride = Math.max(1, reach / 20);
        int step = 2 * stride;
        var best = face;
        for (int rim = 0; rim <= reach; rim += stride) {
            for (int lip = 0; lip <= reach; lip += stride) {
                for (int head = -rim / step * step; head <= reach / 2; head += step) {
                    var shape = search.grown(rim, head, lip);
                    if (shape.box().area() > best.box().area()
                            && search.isOutline(shape)
                            && search.ownsItsStrips(shape, head, lip)) {
                        best = shape;
                    }
                }
            }
        }
        return best;
    }

    /**
     * @param head by how much more it grows upwards than sideways: a gloss may have hidden the face's upper part, or,
     *     negative, the face may have run into a rim of its colour there
     * @param lip by how much more it grows downwards
     */
    private RoundedBox grown(int rim, int head, int lip) {
        var box = face.box();
        var grown = new Box(
                box.x() - rim, box.y() - rim - head, box.width() + 2 * rim, box.height() + 2 * rim + head + lip);
        double radius = face.roundness() == 0 ? 0 : face.radius() + rim;
        return new RoundedBox(grown, face.roundness() >= 0.37 ? 0.5 : Math.min(0.5, radius / grown.height()));
    }

    /** Whether every side is sharp in places, and nearly all places are. */
    private boolean isOutline(RoundedBox shape) {
        var box = shape.box();
        double radius = shape.radius();
        int all = 0;
        for (int side = 0; side < 4; side++) {
            int hits = 0;
            for (int i = 0; i < SAMPLES_PER_SIDE; i++) {
                double t = (i + 0.5) / SAMPLES_PER_SIDE;
                double across = box.x() + radius + t * (box.width() - 2 * radius);
                double down = box.y() + box.height() * (0.3 + 0.4 * t);
                double bow = bow(radius, Math.min(down - box.y(), box.y() + box.height() - down));
                boolean sharp = switch (side) {
                    case 0 -> isSharp(across, box.y(), 0, -1);
                    case 1 -> isSharp(across, box.y() + box.height(), 0, 1);
                    case 2 -> isSharp(box.x() + bow, down, -1, 0);
                    default -> isSharp(box.x() + box.width() - bow, down, 1, 0);
                };
                hits += sharp ? 1 : 0;
            }
            if (hits < SIDE_COVERED * SAMPLES_PER_SIDE) {
                return false;
            }
            all += hits;
        }
        return all >= COVERED * 4 * SAMPLES_PER_SIDE;
    }

    /** Whether the strips above and below are the button's own: a line of the background would run on beside them. */
    private boolean ownsItsStrips(RoundedBox shape, int head, int lip) {
        var box = shape.box();
        return endsAtItsSides(shape, head, box.y() + head / 2.0)
                && endsAtItsSides(shape, lip, box.y() + box.height() - lip / 2.0);
    }

    private boolean endsAtItsSides(RoundedBox shape, int thickness, double y) {
        if (thickness < 3) {
            return true;
        }
        var box = shape.box();
        double bow = bow(shape.radius(), thickness / 2.0);
        return hasSharpEnd(box.x() + bow, y, -1) && hasSharpEnd(box.x() + box.width() - bow, y, 1);
    }

    /** Near a round corner the end is only roughly known. */
    private boolean hasSharpEnd(double x, double y, int dx) {
        int slack = (int) Math.ceil(0.1 * face.box().height());
        for (int offset = -slack; offset <= slack; offset++) {
            if (isSharp(x + offset, y, dx, 0)) {
                return true;
            }
        }
        return false;
    }

    private static double bow(double radius, double into) {
        double rest = Math.max(0, radius - into);
        return radius - Math.sqrt(radius * radius - rest * rest);
    }

    /** A step here, not the middle of a ramp, which would go on growing further out. */
    private boolean isSharp(double x, double y, int dx, int dy) {
        double near = Math.max(1.3, 0.012 * face.box().height());
        double step = difference(x, y, dx * near, dy * near);
        return step > STEP && step > 0.5 * difference(x, y, dx * near * 3, dy * near * 3);
    }

    private double difference(double x, double y, double dx, double dy) {
        return pixel(x - dx, y - dy).distance(pixel(x + dx, y + dy));
    }

    private OkLab pixel(double x, double y) {
        return OkLab.of(new Rgb(image.getRGB(
                Math.clamp((int) Math.floor(x), 0, image.getWidth() - 1),
                Math.clamp((int) Math.floor(y), 0, image.getHeight() - 1))));
    }
}
