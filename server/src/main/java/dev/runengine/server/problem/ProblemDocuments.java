package dev.runengine.server.problem;

import dev.runengine.client.wire.PlaceView;
import dev.runengine.client.wire.ProblemView;
import dev.runengine.core.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Problem documents, all of one shape. */
final class ProblemDocuments {
    private ProblemDocuments() {}

    static ProblemView of(ApiProblem problem) {
        var code = problem.code();
        var document =
                of(Statuses.of(code), code, String.valueOf(problem.getMessage()), problem.places(), problem.details());
        return problem.stalePlan()
                .map(stale -> document.with(stale.now(), stale.broken()))
                .orElse(document);
    }

    static ProblemView of(ErrorCode code, String detail) {
        return of(Statuses.of(code), code, detail, List.of(), Map.of());
    }

    static ProblemView of(HttpStatus status, String detail) {
        return of(status, Statuses.codeFor(status), detail, List.of(), Map.of());
    }

    private static ProblemView of(
            HttpStatus status, ErrorCode code, String detail, List<PlaceView> places, Map<String, String> details) {
        return new ProblemView(
                "urn:run-engine:problem:" + words(code, '-'),
                title(code),
                status.value(),
                detail,
                Optional.empty(),
                code.name(),
                details,
                places);
    }

    private static String title(ErrorCode code) {
        var words = words(code, ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(ErrorCode code, char between) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', between);
    }
}
