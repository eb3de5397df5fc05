package dev.runengine.campaign.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind a bundle takes. */
public record SampleMedia(Path folder) {
    private static final int RATE = 8_000;

    /** A tenth of a second of a 400 Hz square wave. */
    public static byte[] wav() {
        int samples = RATE / 10;
        var buffer = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("RIFF".getBytes(UTF_8)).putInt(36 + samples * 2).put("WAVEfmt ".getBytes(UTF_8));
        buffer.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        buffer.putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(UTF_8))
                .putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            buffer.putShort((short) (i / 10 % 2 == 0 ? 4_000 : -4_000));
        }
        return buffer.array();
    }

    /** One triangle (glTF 2.0 binary). */
    public static byte[] glb() {
        var json = """
                {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],\
                "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],\
                "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]}],\
                "bufferViews":[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36}]}""";
        var padded = (json + " ".repeat((4 - json.length() % 4) % 4)).getBytes(UTF_8);
        var buffer = ByteBuffer.allocate(12 + 8 + padded.length + 8 + 36).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("glTF".getBytes(UTF_8)).putInt(2).putInt(buffer.capacity());
        buffer.putInt(padded.length).put("JSON".getBytes(UTF_8)).put(padded);
        buffer.putInt(36).put("BIN\0".getBytes(UTF_8));
        for (float coordinate : new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}) {
            buffer.putFloat(coordinate);
        }
        return buffer.array();
    }

    public static byte[] clip() {
        try (InputStream in = Objects.requireNonNull(SampleMedia.class.getResourceAsStream("clip.webm"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pack as mixing makes it: music, an effect per intent, a manifest that states the intents. */
    public static Map<String, byte[]> audioPack(String... effects) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("audio/bgm.wav", wav());
        var listed = new StringBuilder();
        for (var effect : effects) {
            entries.put("audio/sfx/my_" + effect + ".wav", wav());
            listed.append(listed.isEmpty() ? "" : ",")
                    .append("{\"name\":\"my_%s\",\"intent\":\"%s\"}".formatted(effect, effect));
        }
        entries.put("manifest.json", ("{\"sfx_files\":[" + listed + "]}").getBytes(UTF_8));
        return entries;
    }

    public Path zip(String name, Map<String, byte[]> entries) {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
