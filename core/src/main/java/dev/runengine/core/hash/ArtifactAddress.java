package dev.runengine.core.hash;

import java.util.Optional;

/**
 * Where step data points at a file: {@code artifact:sha256:<hex>}. The address is the content, so equal files have equal
 * addresses and give dependants equal input hashes.
 */
public record ArtifactAddress(ContentHash hash) {
    public static final String PREFIX = "artifact:sha256:";

    public static Optional<ArtifactAddress> parse(String uri) {
        if (!uri.startsWith(PREFIX) || uri.length() != PREFIX.length() + 64) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ArtifactAddress(new ContentHash(uri.substring(PREFIX.length()))));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    public String uri() {
        return PREFIX + hash.hex();
    }

    @Override
    public String toString() {
        return uri();
    }
}
