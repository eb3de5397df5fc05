package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a bundle.
 *
 * @param path in the bundle, with forward slashes
 * @param compressible text; media are compressed already
 */
record BundleFile(String path, Path content, String mediaType, boolean compressible) {

    static BundleFile text(String path, Path content, String mediaType) {
        return new BundleFile(path, content, mediaType, true);
    }

    static BundleFile media(String path, Path content, MediaKind kind) {
        return new BundleFile(path, content, kind.mediaType(), false);
    }

    long size() throws IOException {
        return Files.size(content);
    }
}
