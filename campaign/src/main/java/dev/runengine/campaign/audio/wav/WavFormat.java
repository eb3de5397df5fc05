package dev.runengine.campaign.audio.wav;

import java.nio.ByteBuffer;

/** How the samples of a WAVE file are coded: the {@code fmt } chunk. */
record WavFormat(int encoding, int channels, int rate, int bits) {
    static final int PCM = 1;
    static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    static WavFormat parse(ByteBuffer chunk) throws BadWavException {
        if (chunk.remaining() < 16) {
            throw new BadWavException("its fmt chunk is too short");
        }
        int encoding = chunk.getShort() & 0xFFFF;
        int channels = chunk.getShort();
        int rate = chunk.getInt();
        chunk.position(chunk.position() + 6);
        int bits = chunk.getShort();
        if (encoding == EXTENSIBLE && chunk.remaining() >= 10) {
            encoding = chunk.getShort(chunk.position() + 8) & 0xFFFF;
        }
        return new WavFormat(encoding, channels, rate, bits).checked();
    }

    private WavFormat checked() throws BadWavException {
        boolean known = encoding == PCM && (bits == 16 || bits == 24 || bits == 32) || encoding == FLOAT && bits == 32;
        if (!known) {
            throw new BadWavException("it is coded as format " + encoding + " with " + bits
                    + " bits; use PCM of 16, 24 or 32 bits or 32-bit float");
        }
        if (channels < 1 || channels > 2) {
            throw new BadWavException("it has " + channels + " channels; use mono or stereo");
        }
        if (rate < 8_000 || rate > 192_000) {
            throw new BadWavException("its sample rate is " + rate + " Hz; use 8000 to 192000");
        }
        return this;
    }

    int frameBytes() {
        return channels * bits / 8;
    }

    /** The next sample, full scale being 1. */
    float sample(ByteBuffer in) {
        if (encoding == FLOAT) {
            float value = in.getFloat();
            return Float.isFinite(value) ? value : 0;
        }
        return switch (bits) {
            case 16 -> in.getShort() / 32_768f;
            case 24 -> ((in.get() & 0xFF) | (in.get() & 0xFF) << 8 | in.get() << 16) / 8_388_608f;
            case 32 -> in.getInt() / 2_147_483_648f;
            default -> throw new IllegalStateException("checked at parsing: " + bits + " bits");
        };
    }
}
