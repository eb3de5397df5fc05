package dev.runengine.campaign.vision;

/** Whole pixels, the right and bottom edge excluded. */
record Box(int x, int y, int width, int height) {
    double aspect() {
        return (double) width / height;
    }

    long area() {
        return (long) width * height;
    }

    double centreX() {
        return x + width / 2.0;
    }

    double centreY() {
        return y + height / 2.0;
    }

    /** Intersection over union: 1 for equal boxes, 0 for boxes that do not meet. */
    double overlap(Box other) {
        long across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        long down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        long common = Math.max(0, across) * Math.max(0, down);
        return (double) common / (area() + other.area() - common);
    }

    Box scaled(double factor) {
        int left = (int) Math.round(x * factor);
        int top = (int) Math.round(y * factor);
        return new Box(
                left,
                top,
                (int) Math.round((x + width) * factor) - left,
                (int) Math.round((y + height) * factor) - top);
    }
}
