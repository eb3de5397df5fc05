package dev.runengine.server.tenancy;

import dev.runengine.server.settings.Issuer;
import dev.runengine.server.settings.ServerOptions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Finds the tenant of a request: from its token, never from what it says itself. */
@Component
public final class Tenants {
    /** What can also be the name of a folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Optional<Issuer> issuer;

    Tenants(ServerOptions options) {
        this.issuer = options.issuer();
    }

    /** Empty for a token without the claim, or with one that cannot be a tenant. */
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
        return token.getClaims().get(name) instanceof String id
                        && NAME.matcher(id).matches()
                ? Optional.of(new Tenant(id))
                : Optional.empty();
    }
}
