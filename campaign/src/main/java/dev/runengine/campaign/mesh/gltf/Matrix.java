package dev.runengine.campaign.mesh.gltf;

import tools.jackson.databind.JsonNode;

/** An affine transformation, column by column as in glTF. */
record Matrix(double[] m) {
    static final Matrix IDENTITY = new Matrix(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});

    static Matrix ofNode(JsonNode node) throws GlbException {
        if (node.has("matrix")) {
            return new Matrix(numbers(node, "matrix", IDENTITY.m));
        }
        var t = numbers(node, "translation", new double[] {0, 0, 0});
        var q = numbers(node, "rotation", new double[] {0, 0, 0, 1});
        var s = numbers(node, "scale", new double[] {1, 1, 1});
        double x = q[0];
        double y = q[1];
        double z = q[2];
        double w = q[3];
        return new Matrix(new double[] {
            (1 - 2 * (y * y + z * z)) * s[0],
            2 * (x * y + z * w) * s[0],
            2 * (x * z - y * w) * s[0],
            0,
            2 * (x * y - z * w) * s[1],
            (1 - 2 * (x * x + z * z)) * s[1],
            2 * (y * z + x * w) * s[1],
            0,
            2 * (x * z + y * w) * s[2],
            2 * (y * z - x * w) * s[2],
            (1 - 2 * (x * x + y * y)) * s[2],
            0,
            t[0],
            t[1],
            t[2],
            1
        });
    }

    private static double[] numbers(JsonNode node, String member, double[] absent) throws GlbException {
        if (!node.has(member)) {
            return absent;
        }
        var array = node.get(member);
        var numbers =
                array.valueStream().mapToDouble(n -> n.asDouble(Double.NaN)).toArray();
        if (numbers.length != absent.length) {
            throw new GlbException("a node's " + member + " has " + numbers.length + " numbers");
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new GlbException("a node's " + member + " holds something else than numbers");
            }
        }
        return numbers;
    }

    Matrix times(Matrix inner) {
        var product = new double[16];
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                for (int k = 0; k < 4; k++) {
                    product[column * 4 + row] += m[k * 4 + row] * inner.m[column * 4 + k];
                }
            }
        }
        return new Matrix(product);
    }

    /** Mirrors, and so turns triangles inside out. */
    boolean mirrors() {
        return determinant() < 0;
    }

    float[] points(float[] points) {
        return transformed(points, 3, m, 1);
    }

    /** Directions along the surface; a fourth component stays. */
    float[] tangents(float[] tangents) {
        return unit(transformed(tangents, 4, m, 0), 4);
    }

    /** Normals stay perpendicular: by the cofactors, which are the inverse transpose up to a factor. */
    float[] normals(float[] normals) {
        var c = new double[16];
        for (int column = 0; column < 3; column++) {
            for (int row = 0; row < 3; row++) {
                int r1 = (row + 1) % 3;
                int r2 = (row + 2) % 3;
                int c1 = (column + 1) % 3;
                int c2 = (column + 2) % 3;
                c[column * 4 + row] = m[c1 * 4 + r1] * m[c2 * 4 + r2] - m[c2 * 4 + r1] * m[c1 * 4 + r2];
            }
        }
        double sign = mirrors() ? -1 : 1;
        for (int i = 0; i < c.length; i++) {
            c[i] *= sign;
        }
        return unit(transformed(normals, 3, c, 0), 3);
    }

    private double determinant() {
        return m[0] * (m[5] * m[10] - m[9] * m[6])
                - m[4] * (m[1] * m[10] - m[9] * m[2])
                + m[8] * (m[1] * m[6] - m[5] * m[2]);
    }

    private static float[] transformed(float[] values, int stride, double[] m, double w) {
        var result = values.clone();
        for (int i = 0; i < values.length; i += stride) {
            for (int row = 0; row < 3; row++) {
                result[i + row] = (float) (m[row] * values[i]
                        + m[4 + row] * values[i + 1]
                        + m[8 + row] * values[i + 2]
                        + m[12 + row] * w);
            }
        }
        return result;
    }

    /** A direction that is none becomes "up": files have them at vertices of triangles without area. */
    private static float[] unit(float[] values, int stride) {
        for (int i = 0; i < values.length; i += stride) {
            double x = values[i];
            double y = values[i + 1];
            double z = values[i + 2];
            double length = Math.sqrt(x * x + y * y + z * z);
            boolean none = !(length > 1e-20 && Double.isFinite(length));
            values[i] = none ? 0 : (float) (x / length);
            values[i + 1] = none ? 1 : (float) (y / length);
            values[i + 2] = none ? 0 : (float) (z / length);
        }
        return values;
    }
}
