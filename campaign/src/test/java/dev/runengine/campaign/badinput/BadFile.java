package dev.runengine.campaign.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that no skill can work with, whatever kind it expects. */
enum BadFile {
    NEVER_UPLOADED {
        @Override
        byte[] bytes() {
            return "nobody has this".getBytes(US_ASCII);
        }
    },
    EMPTY {
        @Override
        byte[] bytes() {
            return new byte[0];
        }
    },
    TEXT {
        @Override
        byte[] bytes() {
            return "This is a letter, not a file of the kind you want.".getBytes(US_ASCII);
        }
    },
    CUT_PNG {
        @Override
        byte[] bytes() {
            return pngHeader(100, 100);
        }
    },
    /** Some 100 bytes that ask for ten gigabytes. */
    PNG_OF_50000_BY_50000 {
        @Override
        byte[] bytes() {
            return pngHeader(50_000, 50_000);
        }
    },
    CUT_WAV {
        @Override
        byte[] bytes() {
            return java.util.Arrays.copyOf(wav(1_000), 30);
        }
    },
    WAV_WITHOUT_SAMPLES {
        @Override
        byte[] bytes() {
            return wav(0);
        }
    },
    CUT_OGG {
        @Override
        byte[] bytes() {
            return "OggS\0\2\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0cut!\1\23OpusHead".getBytes(ISO_8859_1);
        }
    },
    CUT_GLB {
        @Override
        byte[] bytes() {
            return glb(1_000, "{\"asset\":{\"version\":\"2.0\"}}");
        }
    },
    DEEP_GLB {
        @Override
        byte[] bytes() {
            return glb(0, "{\"asset\":" + DEEP);
        }
    },
    DEEP_JSON {
        @Override
        byte[] bytes() {
            return DEEP.getBytes(US_ASCII);
        }
    },
    CUT_ZIP {
        @Override
        byte[] bytes() {
            var whole = zip("audio/bgm.wav", wav(1_000));
            return java.util.Arrays.copyOf(whole, whole.length / 2);
        }
    },
    ZIP_BOMB {
        @Override
        byte[] bytes() {
            return zip("audio/bgm.wav", new byte[40 << 20]);
        }
    },
    ZIP_THAT_LEADS_OUT {
        @Override
        byte[] bytes() {
            return zip("../../outside.wav", wav(1_000));
        }
    };

    private static final String DEEP = "[".repeat(100_000);

    abstract byte[] bytes();

    String uri() {
        return new ArtifactAddress(ContentHash.of(bytes())).uri();
    }

    /** Signature and header of a picture that goes no further. */
    private static byte[] pngHeader(int width, int height) {
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    /** Silence, 48 kHz, 16 bit, mono. */
    private static byte[] wav(int samples) {
        var file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes(US_ASCII));
        file.putInt(16).putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
        file.putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(2 * samples);
        return file.array();
    }

    private static byte[] glb(int missing, String json) {
        var file = ByteBuffer.allocate(20 + json.length()).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546C67).putInt(2).putInt(file.capacity() + missing);
        file.putInt(json.length()).putInt(0x4E4F534A).put(json.getBytes(US_ASCII));
        return file.array();
    }

    private static byte[] zip(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
