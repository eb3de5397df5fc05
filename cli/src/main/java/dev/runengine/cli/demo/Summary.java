package dev.runengine.cli.demo;

import static java.util.stream.Collectors.joining;

import dev.runengine.cli.output.Table;
import dev.runengine.cli.progress.DurationText;
import dev.runengine.cli.progress.Snapshot;
import dev.runengine.client.wire.StepView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the two runs of the demonstration cost. */
record Summary(Snapshot build, Snapshot update) {

    List<String> lines(Path out) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(new Table("run", "executed", "reused", "time")
                .row("build", build.executed().size(), build.reused().size(), time(build))
                .row("audio update", update.executed().size(), update.reused().size(), time(update))
                .lines());
        lines.add("");
        lines.add("Executed again: "
                + update.executed().stream().map(StepView::stepId).collect(joining(", ")));
        lines.add("Time saved:     " + DurationText.of(saved()) + " of work that the update did not repeat");
        lines.add("");
        lines.add("Play the game:  " + out.resolve("game").resolve("index.html"));
        lines.add("Before:         " + out.resolve("before").resolve("index.html"));
        lines.add("All files:      " + out.resolve("campaign"));
        return lines;
    }

    /** What the reused steps took when they were executed. */
    Duration saved() {
        return update.reused().stream()
                .flatMap(step -> step.saved().stream())
                .map(saved -> Duration.ofMillis(saved.durationMs()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String time(Snapshot snapshot) {
        var run = snapshot.run();
        return run.startedAt()
                .flatMap(start -> run.completedAt().map(end -> DurationText.of(Duration.between(start, end))))
                .orElse("-");
    }
}
