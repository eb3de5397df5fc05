package dev.runengine.server.parameter;

import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses query parameters that nobody would look at: a filter that is misspelt must not be a filter that is ignored. */
final class UnknownParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            refuseUnknown(method, Optional.ofNullable(request.getQueryString()).orElse(""));
        }
        return true;
    }

    private static void refuseUnknown(HandlerMethod method, String query) {
        var known = known(method);
        // The query string, not the request's parameters: asking for those may read a body.
        var unknown = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> ApiProblem.place("/query/" + name, PlaceCode.UNKNOWN, wording(known)))
                .toList();
        if (!unknown.isEmpty()) {
            var names = unknown.stream()
                    .map(place -> place.pointer().substring("/query/".length()))
                    .collect(Collectors.joining(", "));
            throw ApiProblem.invalid("unknown query parameter: " + names + "; " + wording(known), unknown);
        }
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> String.valueOf(parameter.getParameter().getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String wording(Set<String> known) {
        return known.isEmpty() ? "there are none here" : "known are " + String.join(", ", known);
    }
}
