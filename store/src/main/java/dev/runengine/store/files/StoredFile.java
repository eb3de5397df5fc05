package dev.runengine.store.files;

import dev.runengine.core.hash.ContentHash;

/** A file as the store knows it: by its content. {@code size} is in bytes. */
public record StoredFile(ContentHash hash, long size) {}
