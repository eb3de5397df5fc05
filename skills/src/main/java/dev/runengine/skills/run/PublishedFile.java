package dev.runengine.skills.run;

import dev.runengine.core.hash.ContentHash;
import java.nio.file.Path;

/**
 * A file a skill has added to its result.
 *
 * @param path in the workspace, valid until the execution is closed
 * @param size in bytes
 * @param mediaType such as {@code image/png}
 * @param filename the name a person would save it under
 */
public record PublishedFile(Path path, ContentHash hash, long size, String mediaType, String filename) {}
