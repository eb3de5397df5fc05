package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of entries in a hot tier. */
final class HotKeys {
    /** The number is the format's: entries of another one are never asked for, and run out. */
    private static final String PREFIX = "run-engine:1:";

    private HotKeys() {}

    /**
     * Different for different keys: no part can hold the colon between the parts, since each is escaped. The tenant comes
     * first, so that an operator can find all of one tenant's by their beginning.
     */
    static String of(CacheKey key) {
        return PREFIX
                + String.join(
                        ":",
                        escaped(key.tenant()),
                        escaped(key.workflowName()),
                        escaped(key.stepId()),
                        key.inputHash().hex(),
                        escaped(key.skillVersion().value()));
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
