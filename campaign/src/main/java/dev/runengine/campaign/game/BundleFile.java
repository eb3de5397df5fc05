package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a bundle.
 *
 * @param path in the bundle, with forward slashes
 */
record BundleFile(String path, Path content, String mediaType) {

    static BundleFile media(String path, Path content, MediaKind kind) {
        return new BundleFile(path, content, kind.mediaType());
    }

    /** Sound, pictures and films are compressed already. */
    boolean compressible() {
        return mediaType.startsWith("text/") || mediaType.startsWith("font/") || mediaType.equals("application/json");
    }

    long size() throws IOException {
        return Files.size(content);
    }
}
