package dev.runengine.cli.words;

import dev.runengine.cli.output.Table;
import dev.runengine.client.wire.ComparisonView;
import dev.runengine.client.wire.ComparisonView.StepPair;
import dev.runengine.client.wire.ComparisonView.StepSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two runs side by side. */
public final class CompareText {
    private CompareText() {}

    public static List<String> of(ComparisonView comparison) {
        var lines = new ArrayList<String>();
        var table = new Table("STEP", "RESULT", "BASE", "HEAD");
        comparison
                .steps()
                .forEach(step -> table.row(step.stepId(), step.change(), side(step.base()), side(step.head())));
        lines.addAll(table.lines());
        comparison.steps().stream()
                .filter(step -> !step.inputChanges().isEmpty())
                .forEach(step -> lines.addAll(inputs(step)));
        lines.addAll(files(comparison));
        lines.add("");
        lines.add("Base: " + CostText.of(comparison.base().costs()));
        lines.add("Head: " + CostText.of(comparison.head().costs()));
        return lines;
    }

    private static String side(Optional<StepSide> side) {
        return side.map(step -> step.decision()
                        .map(decision -> step.status() + " " + decision.verdict())
                        .orElse(step.status()))
                .orElse("-");
    }

    private static List<String> inputs(StepPair step) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("The input of " + step.stepId() + ":");
        lines.addAll(JsonShort.lines(step.inputChanges()));
        return lines;
    }

    private static List<String> files(ComparisonView comparison) {
        var table = new Table("FILE", "", "OF");
        var changed = comparison.artifacts().stream()
                .filter(file -> !file.change().equals("same"))
                .toList();
        changed.forEach(file -> table.row(file.filename(), file.change(), file.stepId()));
        int same = comparison.artifacts().size() - changed.size();
        var lines = new ArrayList<String>();
        lines.add("");
        if (!changed.isEmpty()) {
            lines.addAll(table.lines());
        }
        lines.add(same + " of " + comparison.artifacts().size() + " files are the same");
        return lines;
    }
}
