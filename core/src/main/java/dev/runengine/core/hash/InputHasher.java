package dev.runengine.core.hash;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;

/** The identity of a step's input: SHA-256 of its RFC 8785 form, so that however it was written, it hashes the same. */
public final class InputHasher {
    private InputHasher() {}

    public static ContentHash hash(Json input) {
        return ContentHash.of(CanonicalJson.bytes(input));
    }
}
