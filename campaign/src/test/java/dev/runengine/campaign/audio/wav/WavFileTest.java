package dev.runengine.campaign.audio.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Tones;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackToHalfAStep() throws Exception {
        var file = folder.resolve("tone.wav");
        WavWriter.write(Tones.noise(1, 0.9), 5_000, file);
        var expected = Samples.of(Tones.noise(1, 0.9), 5_000);
        try (var reader = WavReader.open(file)) {
            assertThat(reader.frames()).isEqualTo(5_000);
            assertThat(reader.rate()).isEqualTo(48_000);
            var read = Samples.of(reader, 6_000);
            assertThat(expected.distance(read, 0)).isLessThan(5e-5);
            assertThat(read.left()[5_500]).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 1", "1, 16, 2", "1, 24, 2", "1, 32, 1", "3, 32, 2"})
    void otherCodingsAreReadAndMonoIsHeardOnBothSides(int encoding, int bits, int channels) throws Exception {
        var samples = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        for (int channel = 0; channel < channels; channel++) {
            switch (encoding * 100 + bits) {
                case 116 -> samples.putShort((short) 16_384);
                case 124 -> samples.put((byte) 0).put((byte) 0).put((byte) 0x40);
                case 132 -> samples.putInt(1 << 30);
                default -> samples.putFloat(0.5f);
            }
        }
        var file = wav(encoding, bits, channels, 44_100, samples.flip());
        try (var reader = WavReader.open(file)) {
            var read = Samples.of(reader, 1);
            assertThat(reader.rate()).isEqualTo(44_100);
            assertThat(reader.frames()).isEqualTo(1);
            assertThat(read.left()).containsExactly(0.5f);
            assertThat(read.right()).containsExactly(0.5f);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RIFF", "RIFF....WAVE", "a picture, perhaps", "RIFF....WAVEdata....", "RIFF....WAVEfmt ....."
            })
    void whatIsNoWavIsRefused(String content) throws Exception {
        var file = Files.writeString(folder.resolve("no.wav"), content);
        assertThatThrownBy(() -> WavReader.open(file)).isInstanceOf(BadWavException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 2, 48000, 8 bits",
        "1, 16, 6, 48000, 6 channels",
        "1, 16, 2, 400, 400 Hz",
        "85, 16, 2, 48000, format 85"
    })
    void codingsThatAreNotReadAreNamed(int encoding, int bits, int channels, int rate, String named) throws Exception {
        var file = wav(encoding, bits, channels, rate, ByteBuffer.allocate(48));
        assertThatThrownBy(() -> WavReader.open(file))
                .isInstanceOf(BadWavException.class)
                .hasMessageContaining(named);
    }

    private Path wav(int encoding, int bits, int channels, int rate, ByteBuffer data) throws Exception {
        var head = ByteBuffer.allocate(44 + 10).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt(0).put(ascii("WAVE"));
        head.put(ascii("LIST")).putInt(1).put((byte) 'x').put((byte) 0); // an odd chunk is padded
        head.put(ascii("fmt "))
                .putInt(16)
                .putShort((short) encoding)
                .putShort((short) channels)
                .putInt(rate);
        head.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        head.put(ascii("data")).putInt(data.remaining());
        var out = new ByteArrayOutputStream();
        out.write(head.array());
        out.write(data.array(), 0, data.remaining());
        return Files.write(folder.resolve("coded.wav"), out.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
