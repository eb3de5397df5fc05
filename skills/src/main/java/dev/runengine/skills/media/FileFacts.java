package dev.runengine.skills.media;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Facts of a media file, read from the file itself.
 *
 * @param mediaType by its signature
 * @param format the usual ending of a file's name
 * @param measures {@code media_type}, {@code format} and {@code file_size_bytes}; of PNG, JPEG and GIF also {@code width}
 *     and {@code height} in pixels; of WAV {@code duration_sec}, {@code sample_rate} in Hz and {@code channels}
 */
public record FileFacts(String mediaType, String format, JObject measures) {

    /** Media types that are recognized. */
    public static List<String> known() {
        return Arrays.stream(Signature.values())
                .map(s -> s.mediaType)
                .distinct()
                .toList();
    }

    /** @return empty for a file of no known format, or one whose inside contradicts its first bytes */
    public static Optional<FileFacts> measure(Path file) throws IOException {
        var signature = Signature.of(file);
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        var known = signature.get();
        var common = Json.object(
                "media_type", Json.of(known.mediaType),
                "format", Json.of(known.format),
                "file_size_bytes", Json.of(Files.size(file)));
        var measured = switch (known) {
            case PNG, JPEG, GIF -> picture(file, common);
            case WAV -> sound(file, common);
            case WEBP, OGG, FLAC, MP3_TAGGED, MP3, MP3_LOW_RATE, MP4, WEBM, GLB, ZIP -> Optional.of(common);
        };
        return measured.map(measures -> new FileFacts(known.mediaType, known.format, measures));
    }

    /** From the header: a picture is not decoded to learn its size. */
    private static Optional<JObject> picture(Path file, JObject facts) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(
                        facts.with("width", Json.of(reader.getWidth(0))).with("height", Json.of(reader.getHeight(0))));
            } finally {
                reader.dispose();
            }
        } catch (IIOException | EOFException broken) {
            return Optional.empty();
        }
    }

    private static Optional<JObject> sound(Path file, JObject facts) throws IOException {
        try {
            AudioFileFormat wave = AudioSystem.getAudioFileFormat(file.toFile());
            var format = wave.getFormat();
            return Optional.of(
                    facts.with("duration_sec", Json.of(wave.getFrameLength() / (double) format.getFrameRate()))
                            .with("sample_rate", Json.of(format.getSampleRate()))
                            .with("channels", Json.of(format.getChannels())));
        } catch (UnsupportedAudioFileException broken) {
            return Optional.empty();
        }
    }
}
