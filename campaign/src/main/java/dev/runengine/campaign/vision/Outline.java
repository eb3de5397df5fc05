package dev.runengine.campaign.vision;

/**
 * How clearly a rounded box stands out all the way round.
 *
 * @param coverage the share of its outline where inside and outside differ
 * @param contrast the mean difference, in OKLab
 */
record Outline(double coverage, double contrast) {
    private static final double DIFFERS = 0.04;
    private static final int SAMPLES_PER_SIDE = 24;

    static Outline of(LabRaster raster, RoundedBox shape) {
        var box = shape.box();
        double step = Math.max(1.5, box.height() * 0.07);
        var tally = new Tally(raster);
        for (int i = 0; i < SAMPLES_PER_SIDE; i++) {
            double t = (i + 0.5) / SAMPLES_PER_SIDE;
            double across = box.x() + shape.radius() * 0.7 + t * (box.width() - 1.4 * shape.radius());
            double down = box.y() + box.height() * (0.25 + 0.5 * t);
            double bow = bow(shape, down - box.y());
            double dip = bow(shape, across - box.x(), box.width());
            tally.add(across, box.y() + dip, 0, -step);
            tally.add(across, box.y() + box.height() - dip, 0, step);
            tally.add(box.x() + bow, down, -step, 0);
            tally.add(box.x() + box.width() - bow, down, step, 0);
        }
        return tally.outline();
    }

    /** How far a round end has withdrawn at a height. */
    private static double bow(RoundedBox shape, double y) {
        return bow(shape, y, shape.box().height());
    }

    private static double bow(RoundedBox shape, double along, double length) {
        double radius = shape.radius();
        double into = Math.min(along, length - along);
        if (into >= radius) {
            return 0;
        }
        double rest = radius - into;
        return radius - Math.sqrt(radius * radius - rest * rest);
    }

    private static final class Tally {
        private final LabRaster raster;
        private int samples;
        private int differing;
        private double contrast;

        Tally(LabRaster raster) {
            this.raster = raster;
        }

        /** Compares what lies outside with what lies just inside, which may be a thin rim, and further in. */
        void add(double x, double y, double outX, double outY) {
            double outward = 1.5 / Math.max(Math.abs(outX), Math.abs(outY));
            double difference = Math.max(
                    difference(x - outX, y - outY, x + outX, y + outY),
                    difference(x - outX * outward, y - outY * outward, x + outX, y + outY));
            samples++;
            contrast += difference;
            differing += difference > DIFFERS ? 1 : 0;
        }

        /** 0 where one of the places is off the picture. */
        private double difference(double x1, double y1, double x2, double y2) {
            return raster.contains((int) x1, (int) y1) && raster.contains((int) x2, (int) y2)
                    ? raster.distance((int) y1 * raster.width() + (int) x1, (int) y2 * raster.width() + (int) x2)
                    : 0;
        }

        Outline outline() {
            return new Outline((double) differing / samples, contrast / samples);
        }
    }
}
