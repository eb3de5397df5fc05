package dev.runengine.server.security;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.server.problem.ProblemWriter;
import dev.runengine.server.settings.Issuer;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.server.tenancy.Tenants;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The rules for requests: no sessions, no cookies, so no CSRF; with an issuer a token of a tenant on each of them. */
@Component
public final class ApiSecurity {
    private static final Logger LOG = LoggerFactory.getLogger(ApiSecurity.class);

    private final Optional<Issuer> issuer;
    private final Tenants tenants;
    private final ProblemWriter problems;
    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    ApiSecurity(ServerOptions options, Tenants tenants, ProblemWriter problems) {
        this.issuer = options.issuer();
        this.tenants = tenants;
        this.problems = problems;
    }

    public SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin));
        if (issuer.isPresent()) {
            requireTokens(http, issuer.get());
        } else {
            trustThisMachine(http);
        }
        return http.build();
    }

    private void requireTokens(HttpSecurity http, Issuer who) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // On the operations' port only, which is not for the public.
                        .requestMatchers("/health/**", "/metrics")
                        .permitAll()
                        .anyRequest()
                        .access((authentication, _) ->
                                new AuthorizationDecision(tenants.of(Optional.ofNullable(authentication.get()))
                                        .isPresent())))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(Tokens.decoder(who)))
                        .authenticationEntryPoint(this::unauthorized)
                        .accessDeniedHandler(this::forbidden));
    }

    private void trustThisMachine(HttpSecurity http) throws Exception {
        LOG.warn("[RunEngine] No issuer of tokens is set (RUN_ENGINE_ISSUER_URI): development mode, everybody on this"
                + " machine may do everything");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new LocalRequests(problems), HeaderWriterFilter.class);
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, jakarta.servlet.ServletException {
        challenge.commence(request, response, e);
        problems.write(
                response,
                ErrorCode.UNAUTHORIZED,
                "a valid token is needed (header Authorization: Bearer ...): " + e.getMessage());
    }

    private void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var claim = issuer.map(Issuer::tenantClaim).orElse("");
        problems.write(
                response,
                ErrorCode.FORBIDDEN,
                "the token names no tenant: its claim " + claim + " must be 1 to 64 letters, digits, - or _");
    }
}
