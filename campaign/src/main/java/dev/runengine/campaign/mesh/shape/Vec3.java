package dev.runengine.campaign.mesh.shape;

/** A point or direction; y points up, z towards the viewer. */
record Vec3(double x, double y, double z) {
    static final Vec3 ZERO = new Vec3(0, 0, 0);

    Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    Vec3 times(double factor) {
        return new Vec3(x * factor, y * factor, z * factor);
    }

    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec3 cross(Vec3 other) {
        return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** Of length 1, or zero where there is no direction. */
    Vec3 unit() {
        double length = length();
        return length < 1e-12 ? ZERO : times(1 / length);
    }
}
