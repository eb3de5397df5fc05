package dev.runengine.skills.provider;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;

/**
 * The name of a bound implementation, which is part of the cache key: what the provider is, the version of the code that
 * calls it, and a digest of all in the binding that decides results.
 */
final class Implementation {
    /** Raised when the same binding begins to ask in another way, such as with another prompt. */
    private static final String CODE = "@1";

    private static final int DIGITS = 16;

    private Implementation() {}

    static String ofModel(String model, BoundService service, JObject chat) {
        return "openai:" + model + CODE + digest(service, chat.without("prices"));
    }

    static String ofService(String provider, BoundService service, JObject http) {
        var decisive = without(without(http.without("costPerCall"), "file", "maxBytes"), "job", "intervalSec");
        var asked = without(without(decisive, "job", "longestIntervalSec"), "job", "lookUp");
        return "http:" + provider + CODE + digest(service, asked);
    }

    private static JObject without(JObject object, String member, String name) {
        return object.get(member).orElse(Json.NULL) instanceof JObject inner
                ? object.with(member, inner.without(name))
                : object;
    }

    private static String digest(BoundService service, JObject decisive) {
        var hash = InputHasher.hash(Json.object("service", service.identity(), "binding", decisive));
        return "#" + hash.hex().substring(0, DIGITS);
    }
}
