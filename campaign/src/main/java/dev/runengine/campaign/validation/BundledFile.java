package dev.runengine.campaign.validation;

import dev.runengine.campaign.game.MediaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of a bundle, unpacked.
 *
 * @param path in the bundle
 * @param kind told by its first bytes; empty for text
 */
record BundledFile(String path, Path content, long size, String sha256, Optional<MediaKind> kind) {
    /** Scripts of games are far smaller, but for embedded assets, whose references are not looked for. */
    private static final int LONGEST_TEXT = 4 << 20;

    String extension() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** As UTF-8; of a very long text only the beginning. */
    String text() throws IOException {
        try (var in = Files.newInputStream(content)) {
            return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
        }
    }
}
