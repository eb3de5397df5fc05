package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import java.util.regex.Pattern;

/**
 * What a client names a request by, so that it can send it again when it has heard no answer. Names are a tenant's own.
 *
 * @param key 1 to 255 visible ASCII characters, such as a random UUID
 * @param request tells one request from another
 */
public record RequestKey(String key, ContentHash request) {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    public RequestKey {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a key is 1 to 255 visible ASCII characters, not \"" + key + "\"");
        }
    }

    /** @param request all that is asked for: what is written differently but means the same is the same request */
    public static RequestKey of(String key, Json request) {
        return new RequestKey(key, ContentHash.of(CanonicalJson.bytes(request)));
    }

    public static boolean isKey(String text) {
        return VISIBLE.matcher(text).matches();
    }
}
