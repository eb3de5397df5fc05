package dev.runengine.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** An issuer of tokens on this machine. */
final class LocalIssuer implements AutoCloseable {
    private final HttpServer http;
    private final RSAKey key;

    private LocalIssuer(HttpServer http, RSAKey key) {
        this.http = http;
        this.key = key;
    }

    static LocalIssuer start() throws IOException, JOSEException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = new LocalIssuer(http, newKey());
        issuer.serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer.uri()));
        issuer.serve("/keys", new JWKSet(issuer.key.toPublicJWK()).toString());
        http.start();
        return issuer;
    }

    static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("test").generate();
    }

    String uri() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Claims of a token that is good. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience("run-engine")
                .subject("somebody")
                .claim("org_id", "acme")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    String token(JWTClaimsSet.Builder claims) {
        return token(claims, key);
    }

    static String token(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(String path, String json) {
        http.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
