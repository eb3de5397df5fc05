package dev.runengine.campaign.validation;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A game as it came out of its ZIP.
 *
 * @param packedSize of the ZIP, in bytes
 * @param files by path
 */
record Bundle(long packedSize, SortedMap<String, BundledFile> files) {
    static final String MANIFEST = "manifest.json";
    static final String CONFIG = "config.js";
    static final String USUAL_ENTRY_POINT = "index.html";

    Bundle {
        files = Collections.unmodifiableSortedMap(files);
    }

    Optional<BundledFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    long unpackedSize() {
        return files.values().stream().mapToLong(BundledFile::size).sum();
    }
}
