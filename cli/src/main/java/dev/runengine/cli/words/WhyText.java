package dev.runengine.cli.words;

import dev.runengine.client.wire.DecisionView;
import dev.runengine.client.wire.StepDetailView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a step ran or did not. */
public final class WhyText {
    private WhyText() {}

    public static List<String> of(StepDetailView detail) {
        var step = detail.step();
        if (detail.decision().isEmpty()) {
            return List.of(step.stepId() + " is " + step.status() + "; whether it runs or is reused is decided when"
                    + " everything before it is done");
        }
        var decision = detail.decision().get();
        var lines = new ArrayList<String>();
        lines.add("%s %s: %s".formatted(step.stepId(), done(step.status()), reason(decision)));
        advice(decision).ifPresent(lines::add);
        lines.addAll(differences(decision));
        decision.causes().forEach(cause -> lines.addAll(CauseText.of(cause)));
        lines.add("");
        lines.addAll(cost(decision, step.status()));
        return lines;
    }

    private static String done(String status) {
        return switch (status) {
            case "completed" -> "was executed";
            case "skipped" -> "was reused";
            case "failed" -> "was executed and failed";
            case "cancelled" -> "was being executed when it was cancelled";
            default -> "is being executed";
        };
    }

    private static String reason(DecisionView decision) {
        return decision.message().orElse(decision.verdict());
    }

    /** What is behind a verdict, and what can be done about it. */
    private static Optional<String> advice(DecisionView decision) {
        return Optional.ofNullable(
                switch (decision.verdict()) {
                    case "MISS" -> ofMiss(decision.reason().orElse(""));
                    case "BYPASSED" -> "The request said so, with --force or --no-cache.";
                    case "DISABLED" -> "The workflow has caching turned off for this step.";
                    case "LOOKUP_ERROR" ->
                        "The step was executed rather than kept waiting. The server's log says more.";
                    case "HIT_HOT", "HIT_COLD" -> "Nothing was executed.";
                    case "HIT_IN_FLIGHT" -> "It waited for that and shares the result.";
                    case "BASE_RUN" -> "Nothing that it depends on has changed since.";
                    default -> null;
                });
    }

    private static @Nullable String ofMiss(String reason) {
        return switch (reason) {
            case "FIRST_SEEN" -> "There was nothing to compare with.";
            case "EXPIRED" ->
                "Clean-up deleted it as retention.json says: too old, not used for long, or no room for it.";
            case "INVALIDATED" -> "Somebody removed it from the cache.";
            case "BLOB_MISSING" -> "The cache names it, but the store of files has lost it, or holds something else.";
            default -> null;
        };
    }

    private static List<String> differences(DecisionView decision) {
        var lines = new ArrayList<String>();
        if (!decision.inputChanges().isEmpty() || skillChanged(decision)) {
            lines.add("");
            lines.add("Compared with run "
                    + decision.comparedWith().map(Object::toString).orElse("?") + ":");
            if (skillChanged(decision)) {
                lines.add("  skill version  %s -> %s"
                        .formatted(
                                decision.skillBefore().orElse("?"),
                                decision.skillAfter().orElse("?")));
            }
            lines.addAll(JsonShort.lines(decision.inputChanges()));
        }
        if (decision.moreInputChanges().orElse(false)) {
            lines.add("  Not every difference is known: there are too many, or an input is not kept any more.");
        }
        return lines;
    }

    private static boolean skillChanged(DecisionView decision) {
        return decision.skillBefore().isPresent() || decision.skillAfter().isPresent();
    }

    private static List<String> cost(DecisionView decision, String status) {
        if (decision.madeBy().isEmpty()) {
            return status.equals("skipped")
                    ? List.of("What that saved is not known: nobody recorded what the result had cost.")
                    : List.of("It has not cost anything that is known of.");
        }
        var made = decision.madeBy().get();
        return status.equals("skipped")
                ? List.of("Saved " + CostText.amount(made) + ".", "The result was made by run " + made.runId() + ".")
                : List.of("It took " + CostText.amount(made) + ".");
    }
}
