package dev.runengine.core.hash;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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

    /** Every address that stands in a value, at any depth. */
    public static Set<ArtifactAddress> in(Json value) {
        var found = new LinkedHashSet<ArtifactAddress>();
        collect(value, found);
        return found;
    }

    private static void collect(Json value, Set<ArtifactAddress> found) {
        switch (value) {
            case JString(var text) -> parse(text).ifPresent(found::add);
            case JArray(var items) -> items.forEach(item -> collect(item, found));
            case JObject(var members) -> members.values().forEach(member -> collect(member, found));
            case JNull _, JBool _, JNumber _ -> {}
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
