package dev.runengine.campaign.validation;

import org.jspecify.annotations.Nullable;

/** What a bundle is, as far as it could be read. */
public record BundleInfo(
        @Nullable String bundleId,
        @Nullable String templateId,
        String entryPoint,
        int fileCount,
        long totalSizeBytes,
        long unpackedSizeBytes) {}
