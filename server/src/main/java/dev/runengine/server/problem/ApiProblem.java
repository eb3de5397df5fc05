package dev.runengine.server.problem;

import dev.runengine.client.wire.BrokenPromiseView;
import dev.runengine.client.wire.PlaceView;
import dev.runengine.client.wire.PlanView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.runtime.engine.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that is refused. At the edge it becomes a problem document. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<PlaceView> places;
    private final transient Map<String, String> details;
    private final transient Optional<StalePlan> stalePlan;

    /** A plan that would hold now, and where the one that was asked for says something else. */
    record StalePlan(PlanView now, List<BrokenPromiseView> broken) {}

    private ApiProblem(ErrorCode code, String message, List<PlaceView> places, Map<String, String> details) {
        this(code, message, places, details, Optional.empty());
    }

    private ApiProblem(
            ErrorCode code,
            String message,
            List<PlaceView> places,
            Map<String, String> details,
            Optional<StalePlan> stalePlan) {
        super(message, null, false, false); // a refusal is an answer: nobody reads its stack
        this.code = code;
        this.places = List.copyOf(places);
        this.details = Map.copyOf(details);
        this.stalePlan = stalePlan;
    }

    public static ApiProblem of(ErrorCode code, String message) {
        return new ApiProblem(code, message, List.of(), Map.of());
    }

    public static ApiProblem stale(String message, PlanView now, List<BrokenPromiseView> broken) {
        var plan = new StalePlan(now, List.copyOf(broken));
        return new ApiProblem(ErrorCode.PLAN_STALE, message, List.of(), Map.of(), Optional.of(plan));
    }

    /** A request that is wrong at these places. */
    public static ApiProblem invalid(String message, List<PlaceView> places) {
        return new ApiProblem(ErrorCode.REQUEST_INVALID, message, places, Map.of());
    }

    public static ApiProblem invalid(String message, List<PlaceView> places, Map<String, String> details) {
        return new ApiProblem(ErrorCode.REQUEST_INVALID, message, places, details);
    }

    public static ApiProblem of(Answer.Refused<?> refused) {
        var places = refused.problems().stream()
                .map(problem -> place(problem.pointer(), PlaceCode.INVALID_VALUE, problem.detail()))
                .toList();
        return new ApiProblem(refused.code(), refused.message(), places, Map.of());
    }

    /** What the engine accepted; a refusal is thrown. */
    public static <T> T accepted(Answer<T> answer) {
        return switch (answer) {
            case Answer.Accepted<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw of(refused);
        };
    }

    public static PlaceView place(String pointer, PlaceCode code, String detail) {
        return new PlaceView(pointer, code.word(), detail);
    }

    public ErrorCode code() {
        return code;
    }

    List<PlaceView> places() {
        return places;
    }

    Map<String, String> details() {
        return details;
    }

    Optional<StalePlan> stalePlan() {
        return stalePlan;
    }
}
