package dev.runengine.cli.words;

import dev.runengine.client.wire.CauseView;
import java.util.ArrayList;
import java.util.List;

/** Where a difference began. */
final class CauseText {
    private CauseText() {}

    static List<String> of(CauseView cause) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("It began with " + what(cause));
        lines.addAll(JsonShort.lines(cause.differences()));
        if (cause.path().size() > 1) {
            lines.add("  and came here by " + String.join(" -> ", cause.path()));
        }
        return lines;
    }

    private static String what(CauseView cause) {
        var step = cause.path().isEmpty() ? "a step" : cause.path().getFirst();
        return switch (cause.kind()) {
            case "TRIGGER_CHANGED" -> "what was asked for:";
            case "SKILL_VERSION_CHANGED" ->
                "another version of the skill of %s: %s -> %s"
                        .formatted(
                                step, cause.before().orElse("?"), cause.after().orElse("?"));
            case "OTHER_RESULT" -> step + ", which has another result of the same input" + verdict(cause);
            case "BASE_RUN_CHANGED" -> step + ", which reads another base run";
            case "WORKFLOW_CHANGED" ->
                "another version of the workflow, in which %s is another step: %s -> %s"
                        .formatted(
                                step, cause.before().orElse("?"), cause.after().orElse("?"));
            case "NOT_RECORDED" -> step + "; what was before is not recorded any more";
            default -> step + " (" + cause.kind() + ")";
        };
    }

    private static String verdict(CauseView cause) {
        return cause.verdict()
                .map(verdict -> switch (verdict) {
                    case "BYPASSED" -> ": it was to be executed again";
                    case "DISABLED" -> ": its results are never reused";
                    default -> "";
                })
                .orElse("");
    }
}
