package dev.runengine.server.security;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For a server without tokens: refuses what a web page from elsewhere makes a local browser send. Such a request names a
 * foreign origin, or, where a foreign name was pointed at this machine, a foreign host.
 */
final class LocalRequests extends OncePerRequestFilter {
    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private final ProblemWriter problems;

    LocalRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = Optional.ofNullable(request.getHeader("Origin"));
        if (isLocal(request.getServerName())
                && origin.map(LocalRequests::isLocalOrigin).orElse(true)) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    response,
                    ErrorCode.FORBIDDEN,
                    "without an issuer of tokens the server answers to localhost and its own pages only");
        }
    }

    private static boolean isLocalOrigin(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost())
                    .map(LocalRequests::isLocal)
                    .orElse(false);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLocal(String host) {
        return LOCAL.matcher(host).matches();
    }
}
