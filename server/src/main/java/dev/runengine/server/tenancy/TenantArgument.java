package dev.runengine.server.tenancy;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.server.problem.ApiProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers their {@link Tenant}. */
@Component
final class TenantArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Tenants tenants;

    TenantArgument(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tenant.class;
    }

    @Override
    public Tenant resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication =
                Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        return tenants.of(authentication)
                .orElseThrow(() -> ApiProblem.of(ErrorCode.FORBIDDEN, "the token names no tenant"));
    }
}
