package dev.runengine.skills.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first bytes by which a format is known.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/">WHATWG, MIME Sniffing</a>
 */
enum Signature {
    PNG("image/png", "png", 0, "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpeg", 0, "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", 0, "GIF8"),
    WEBP("image/webp", "webp", 8, "WEBPVP"),
    WAV("audio/wav", "wav", 8, "WAVE"),
    OGG("audio/ogg", "ogg", 0, "OggS\0"),
    FLAC("audio/flac", "flac", 0, "fLaC"),
    MP3_TAGGED("audio/mpeg", "mp3", 0, "ID3"),
    MP3("audio/mpeg", "mp3", 0, "\u00ff\u00fb"),
    MP3_LOW_RATE("audio/mpeg", "mp3", 0, "\u00ff\u00f3"),
    MP4("video/mp4", "mp4", 4, "ftyp"),
    WEBM("video/webm", "webm", 0, "\u001aE\u00df\u00a3"),
    GLB("model/gltf-binary", "glb", 0, "glTF"),
    ZIP("application/zip", "zip", 0, "PK\u0003\u0004");

    private static final int LONGEST = 16;

    final String mediaType;
    final String format;
    private final int offset;
    private final byte[] bytes;

    Signature(String mediaType, String format, int offset, String bytes) {
        this.mediaType = mediaType;
        this.format = format;
        this.offset = offset;
        this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<Signature> of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(LONGEST);
            return Arrays.stream(values()).filter(s -> s.isIn(start)).findFirst();
        }
    }

    private boolean isIn(byte[] start) {
        int end = offset + bytes.length;
        return start.length >= end && Arrays.equals(start, offset, end, bytes, 0, bytes.length);
    }
}
