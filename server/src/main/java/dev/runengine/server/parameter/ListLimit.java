package dev.runengine.server.parameter;

import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import java.util.List;
import java.util.Optional;

/** How much of a list one answer holds. */
public final class ListLimit {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    private ListLimit() {}

    public static int of(Optional<Integer> asked) {
        int limit = asked.orElse(DEFAULT);
        if (limit < 1 || limit > MOST) {
            var reason = "must be 1 to " + MOST;
            throw ApiProblem.invalid(
                    "limit " + reason, List.of(ApiProblem.place("/query/limit", PlaceCode.INVALID_VALUE, reason)));
        }
        return limit;
    }
}
