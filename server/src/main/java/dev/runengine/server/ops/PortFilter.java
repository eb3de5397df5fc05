package dev.runengine.server.ops;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.server.problem.ProblemWriter;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what belongs to the operations' port there, and all else off it. Before security: it does not ask for tokens. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortFilter extends OncePerRequestFilter {
    private final OpsPort ops;
    private final boolean servesApi;
    private final ProblemWriter problems;

    PortFilter(OpsPort ops, ServerOptions options, ProblemWriter problems) {
        this.ops = ops;
        this.servesApi = options.has(Role.API);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean onOpsPort = request.getLocalPort() == ops.number();
        boolean isHere = onOpsPort == isOps(request.getRequestURI()) && (onOpsPort || servesApi);
        if (isHere) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, ErrorCode.NOT_FOUND, "there is nothing at this path");
        }
    }

    private static boolean isOps(String path) {
        return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
    }
}
