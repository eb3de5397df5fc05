package dev.runengine.server.settings;

import java.util.Optional;

/**
 * Who issues the tokens that are accepted.
 *
 * @param uri where its OpenID configuration is found, and what tokens name as {@code iss}
 * @param audience what tokens must name in {@code aud}; absent accepts any
 * @param tenantClaim the claim that names the tenant
 */
public record Issuer(String uri, Optional<String> audience, String tenantClaim) {
    public static Issuer of(String uri) {
        return new Issuer(uri, Optional.empty(), "org_id");
    }
}
