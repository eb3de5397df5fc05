package dev.runengine.skills.run;

import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lists of problems, and the one sentence that stands for them. */
final class Problems {
    private static final int QUOTED = 3;

    private Problems() {}

    /** Checks in order, each of which may rely on the ones before it: what the first unhappy one found. */
    static List<Problem> firstOf(List<Supplier<List<Problem>>> checks) {
        return checks.stream()
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static String message(String what, List<Problem> problems) {
        var quoted = problems.stream()
                .limit(QUOTED)
                .map(p -> (p.pointer().isEmpty() ? "" : p.pointer() + " ") + p.detail())
                .collect(Collectors.joining("; "));
        int more = problems.size() - QUOTED;
        return what + ": " + quoted + (more > 0 ? "; and " + more + " more" : "");
    }
}
