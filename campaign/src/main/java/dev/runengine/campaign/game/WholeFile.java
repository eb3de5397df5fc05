package dev.runengine.campaign.game;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runengine.campaign.audio.wav.BadWavException;
import dev.runengine.campaign.audio.wav.WavReader;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a file is all there. Its first bytes only say what it wants to be; half an upload would be found by the player,
 * in front of the person who plays. Kinds that do not state their length are believed.
 */
final class WholeFile {
    private static final int OGG_HEADER = 27;
    private static final int GLB_HEADER = 20;

    private WholeFile() {}

    static void require(Path file, MediaKind kind, String pointer) throws IOException, SkillException {
        var flaw = switch (kind) {
            case WAV -> flawOfWav(file);
            case OGG -> flawOfOgg(file);
            case GLB -> flawOfGlb(file);
            case PNG, JPEG -> {
                ImageFile.read(file, pointer);
                yield "";
            }
            case ZIP, MP3, FLAC, WEBM, MP4, WEBP -> "";
        };
        if (!flaw.isEmpty()) {
            throw SkillException.invalidInput(pointer, "is a damaged " + kind.extension() + " file: " + flaw);
        }
    }

    private static String flawOfWav(Path file) throws IOException {
        try (var wav = WavReader.open(file)) {
            return wav.frames() > 0 ? "" : "it has no samples; use one that can be heard";
        } catch (BadWavException e) {
            return e.getMessage() + "; export it again";
        }
    }

    /** Pages follow each other to the end (RFC 3533, section 6). */
    private static String flawOfOgg(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            for (long at = 0; at < channel.size(); ) {
                var header = bytes(channel, at, OGG_HEADER);
                if (header.remaining() < OGG_HEADER || !new String(header.array(), 0, 4, US_ASCII).equals("OggS")) {
                    return "there is no page at byte " + at + "; upload it again";
                }
                int segments = header.get(OGG_HEADER - 1) & 255;
                var lengths = bytes(channel, at + OGG_HEADER, segments);
                int body = IntStream.range(0, lengths.remaining())
                        .map(i -> lengths.get(i) & 255)
                        .sum();
                at += OGG_HEADER + segments + body;
                if (at > channel.size()) {
                    return "it is cut off; upload it again";
                }
            }
            return "";
        }
    }

    /** The header, its length and the scene (glTF 2.0, section 4.4). */
    private static String flawOfGlb(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var header = bytes(channel, 0, GLB_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            if (header.remaining() < GLB_HEADER || Integer.toUnsignedLong(header.getInt(8)) > channel.size()) {
                return "it is cut off; upload it again";
            }
            long json = Integer.toUnsignedLong(header.getInt(12));
            if (json > channel.size() - GLB_HEADER) {
                return "its scene is cut off; export it again";
            }
            JsonMapper.shared().readTree(bytes(channel, GLB_HEADER, (int) json).array());
            return "";
        } catch (JacksonException e) {
            return "its scene is not JSON; export it again";
        }
    }

    /** Fewer where the file ends. */
    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
        return bytes.flip();
    }
}
