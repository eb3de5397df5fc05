package dev.runengine.server.tenancy;

import dev.runengine.server.settings.Issuer;
import dev.runengine.server.settings.ServerOptions;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Finds the tenant of a request: from its token, never from what it says itself. */
@Component
public final class Tenants {
    private final Optional<Issuer> issuer;

    Tenants(ServerOptions options) {
        this.issuer = options.issuer();
    }

    /** Empty for a token without the claim. */
    public Optional<Tenant> of(Optional<Authentication> authentication) {
        return issuer.isEmpty()
                ? Optional.of(Tenant.DEFAULT)
                : authentication
                        .map(Authentication::getPrincipal)
                        .filter(Jwt.class::isInstance)
                        .map(Jwt.class::cast)
                        .flatMap(token -> claim(token, issuer.get().tenantClaim()));
    }

    private static Optional<Tenant> claim(Jwt token, String name) {
        return token.getClaims().get(name) instanceof String id && !id.isBlank()
                ? Optional.of(new Tenant(id))
                : Optional.empty();
    }
}
