package dev.runengine.campaign.game;

import java.util.List;

/** The output of bundle_game_template. */
record BundleResult(
        String bundleUri,
        String manifestUri,
        Manifest manifest,
        long totalSizeBytes,
        int fileCount,
        String entryPoint) {

    /**
     * What manifest.json in the bundle says; it lists every file but itself.
     *
     * @param bundleId made of the checksum: equal bundles have equal ids
     * @param checksum SHA-256 of the canonical form of the files
     */
    record Manifest(String bundleId, String templateId, String entryPoint, String checksum, List<FileEntry> files) {}

    record FileEntry(String path, long sizeBytes, String sha256, String mediaType) {}
}
