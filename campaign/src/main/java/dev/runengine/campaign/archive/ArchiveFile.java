package dev.runengine.campaign.archive;

import java.nio.file.Path;

/**
 * A file that was in an archive.
 *
 * @param path in the archive
 * @param content where it lies now
 */
public record ArchiveFile(String path, Path content, long size, String sha256) {}
