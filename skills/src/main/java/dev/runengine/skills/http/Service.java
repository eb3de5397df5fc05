package dev.runengine.skills.http;

import java.net.URI;
import java.util.Map;

/**
 * A service of a provider's.
 *
 * @param headers what it wants to be shown with every request; they hold secrets
 */
public record Service(Endpoint endpoint, Map<String, String> headers) {
    public Service {
        headers = Map.copyOf(headers);
    }

    /** Hosts that files are merely fetched from see none of the secrets. */
    public Map<String, String> headersFor(URI uri) {
        return endpoint.isHome(uri) ? headers : Map.of();
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
