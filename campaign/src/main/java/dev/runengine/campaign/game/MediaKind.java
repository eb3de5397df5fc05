package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, told from its first bytes: names and declared types may lie. */
public enum MediaKind {
    ZIP("zip", "application/zip", Role.PACK),
    OGG("ogg", "audio/ogg", Role.AUDIO),
    WAV("wav", "audio/wav", Role.AUDIO),
    MP3("mp3", "audio/mpeg", Role.AUDIO),
    FLAC("flac", "audio/flac", Role.AUDIO),
    WEBM("webm", "video/webm", Role.VIDEO),
    MP4("mp4", "video/mp4", Role.VIDEO),
    GLB("glb", "model/gltf-binary", Role.MODEL),
    PNG("png", "image/png", Role.IMAGE),
    JPEG("jpg", "image/jpeg", Role.IMAGE),
    WEBP("webp", "image/webp", Role.IMAGE);

    public enum Role {
        PACK,
        AUDIO,
        VIDEO,
        MODEL,
        IMAGE
    }

    private static final int HEAD = 16;

    private final String extension;
    private final String mediaType;
    private final Role role;

    MediaKind(String extension, String mediaType, Role role) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.role = role;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public Role role() {
        return role;
    }

    public static Optional<MediaKind> of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return ofHead(in.readNBytes(HEAD));
        }
    }

    private static Optional<MediaKind> ofHead(byte[] head) {
        var text = new String(Arrays.copyOf(head, HEAD), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(kind -> kind.begins(text)).findFirst();
    }

    private boolean begins(String head) {
        return switch (this) {
            case ZIP -> head.startsWith("PK\3\4") || head.startsWith("PK\5\6");
            case OGG -> head.startsWith("OggS");
            case WAV -> head.startsWith("RIFF") && head.startsWith("WAVE", 8);
            case MP3 -> head.startsWith("ID3") || head.startsWith("\u00ff\u00fb") || head.startsWith("\u00ff\u00f3");
            case FLAC -> head.startsWith("fLaC");
            case WEBM -> head.startsWith("\u001a\u0045\u00df\u00a3");
            case MP4 -> head.startsWith("ftyp", 4);
            case GLB -> head.startsWith("glTF");
            case PNG -> head.startsWith("\u0089PNG");
            case JPEG -> head.startsWith("\u00ff\u00d8\u00ff");
            case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
        };
    }
}
