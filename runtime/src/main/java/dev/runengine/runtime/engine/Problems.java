package dev.runengine.runtime.engine;

import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Problems of a part of a request, as problems of the request. */
final class Problems {
    private static final int SHOWN = 3;

    private Problems() {}

    static List<Problem> under(String prefix, List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(prefix + problem.pointer(), problem.detail()))
                .toList();
    }

    static String summary(List<Problem> problems) {
        var shown = problems.stream()
                .limit(SHOWN)
                .map(problem -> (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ") + problem.detail())
                .collect(Collectors.joining("; "));
        return problems.size() > SHOWN ? shown + "; and " + (problems.size() - SHOWN) + " more" : shown;
    }
}
