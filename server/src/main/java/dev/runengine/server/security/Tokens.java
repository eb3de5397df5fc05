package dev.runengine.server.security;

import dev.runengine.server.settings.Issuer;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Reads tokens and checks signature, issuer, expiry and audience. */
final class Tokens {
    private Tokens() {}

    /** Asks the issuer for its keys with the first token, so that a server starts while its issuer is down. */
    static JwtDecoder decoder(Issuer issuer) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer.uri()).build();
            decoder.setJwtValidator(validator(issuer));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> validator(Issuer issuer) {
        var standard = JwtValidators.createDefaultWithIssuer(issuer.uri());
        return issuer.audience()
                .<OAuth2TokenValidator<Jwt>>map(
                        audience -> new DelegatingOAuth2TokenValidator<>(standard, names(audience)))
                .orElse(standard);
    }

    private static OAuth2TokenValidator<Jwt> names(String audience) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(audience));
    }
}
