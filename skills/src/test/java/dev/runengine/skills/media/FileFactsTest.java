package dev.runengine.skills.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFactsTest {
    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static Json at(FileFacts facts, String name) {
        return JsonPointer.of(name).find(facts.measures()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg", "gif, image/gif"})
    void aPictureHasItsSize(String format, String mediaType) throws Exception {
        var file = folder.resolve("picture");
        ImageIO.write(new BufferedImage(12, 7, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        assertThat(FileFacts.measure(file)).hasValueSatisfying(facts -> {
            assertThat(facts.mediaType()).isEqualTo(mediaType);
            assertThat(facts.format()).isEqualTo(format);
            assertThat(at(facts, "width")).isEqualTo(Json.of(12));
            assertThat(at(facts, "height")).isEqualTo(Json.of(7));
            assertThat(at(facts, "file_size_bytes"))
                    .isEqualTo(Json.of(file.toFile().length()));
        });
    }

    @Test
    void aWaveHasItsLength() throws Exception {
        var file = folder.resolve("sound");
        var format = new AudioFormat(8_000, 16, 2, true, false);
        var samples = new ByteArrayInputStream(new byte[8_000 * 4 / 2]);
        AudioSystem.write(new AudioInputStream(samples, format, 4_000), AudioFileFormat.Type.WAVE, file.toFile());
        assertThat(FileFacts.measure(file)).hasValueSatisfying(facts -> {
            assertThat(facts.mediaType()).isEqualTo("audio/wav");
            assertThat(at(facts, "duration_sec")).isEqualTo(Json.of(0.5));
            assertThat(at(facts, "sample_rate")).isEqualTo(Json.of(8_000));
            assertThat(at(facts, "channels")).isEqualTo(Json.of(2));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "glTF...., model/gltf-binary",
        "....ftypisom, video/mp4",
        "fLaC...., audio/flac",
        "ID3....., audio/mpeg",
        "RIFF....WEBPVP8 , image/webp"
    })
    void otherFormatsAreKnownByTheirFirstBytes(String start, String mediaType) throws Exception {
        assertThat(FileFacts.measure(file(start.getBytes(StandardCharsets.ISO_8859_1))))
                .hasValueSatisfying(facts -> assertThat(facts.mediaType()).isEqualTo(mediaType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "<!doctype html>", "{}", "RIFF....AVI "})
    void whatIsNothingKnownHasNoFacts(String content) throws Exception {
        assertThat(FileFacts.measure(file(content.getBytes(StandardCharsets.ISO_8859_1))))
                .isEmpty();
    }

    @Test
    void aPictureOfWhichOnlyTheStartIsThereHasNoFacts() throws Exception {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        assertThat(FileFacts.measure(file(png))).isEmpty();
    }
}
