package dev.runengine.campaign.mesh.gltf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How one number of an accessor is stored, by glTF's codes. */
enum ComponentType {
    BYTE(5120, 1, 127) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.get(at);
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.put((byte) value);
        }
    },
    UNSIGNED_BYTE(5121, 1, 255) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.get(at) & 0xff;
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.put((byte) (int) value);
        }
    },
    SHORT(5122, 2, 32767) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getShort(at);
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.putShort((short) value);
        }
    },
    UNSIGNED_SHORT(5123, 2, 65535) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getShort(at) & 0xffff;
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.putShort((short) (int) value);
        }
    },
    UNSIGNED_INT(5125, 4, 4294967295.0) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return Integer.toUnsignedLong(bytes.getInt(at));
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.putInt((int) (long) value);
        }
    },
    FLOAT(5126, 4, 1) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getFloat(at);
        }

        @Override
        void write(ByteBuffer bytes, double value) {
            bytes.putFloat((float) value);
        }
    };

    private final int code;
    private final int size;
    private final double scale;

    ComponentType(int code, int size, double scale) {
        this.code = code;
        this.size = size;
        this.scale = scale;
    }

    static Optional<ComponentType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    int code() {
        return code;
    }

    /** In bytes. */
    int size() {
        return size;
    }

    abstract double read(ByteBuffer bytes, int at);

    abstract void write(ByteBuffer bytes, double value);

    /** From the stored whole number to -1..1 or 0..1; the lowest signed number counts as -1, too. */
    double normalized(double stored) {
        return Math.max(-1, stored / scale);
    }

    /** The stored number nearest to a value, which is cut to what can be stored. */
    double stored(double value) {
        if (this == FLOAT) {
            return value;
        }
        double lowest = this == BYTE || this == SHORT ? -scale : 0;
        return Math.clamp(Math.rint(value * scale), lowest, scale);
    }
}
