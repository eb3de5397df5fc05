package dev.runengine.cli.progress;

import dev.runengine.cli.progress.Line.Mark;
import dev.runengine.client.wire.StepErrorView;
import dev.runengine.client.wire.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is shown of a run, as a function of what is known of it. */
final class ProgressLayout {
    /** Lines that the moving block may take, so that it never fills a small terminal. */
    static final int BLOCK_LINES = 8;

    private static final int NAME_WIDTH = 30;
    private static final int BAR_WIDTH = 30;
    private static final Set<String> OVER = Set.of("completed", "skipped", "failed", "cancelled");

    private ProgressLayout() {}

    static boolean over(StepView step) {
        return OVER.contains(step.status());
    }

    /** What is said of a step once, whether it ended or only began. */
    static Line line(StepView step, Instant now) {
        return switch (step.status()) {
            case "completed" -> line(Mark.DONE, step, "ran " + duration(step));
            case "skipped" -> line(Mark.REUSED, step, "reused from " + source(step));
            case "failed" ->
                line(
                        Mark.FAILED,
                        step,
                        "failed" + step.error().map(ProgressLayout::cause).orElse(""));
            case "cancelled" -> line(Mark.STOPPED, step, "cancelled");
            case "running" -> line(Mark.RUNNING, step, running(step, now));
            default -> line(Mark.WAITING, step, "waiting");
        };
    }

    /** The lines that stay at the bottom: what runs, what waits, how far it is. Empty when the run is over. */
    static List<Line> block(Snapshot snapshot, Instant now) {
        if (snapshot.run().over()) {
            return List.of();
        }
        var running = snapshot.withStatus("running");
        int room = BLOCK_LINES - 2;
        var lines = new ArrayList<Line>();
        running.stream().limit(room).forEach(step -> lines.add(line(step, now)));
        long waiting = snapshot.steps().stream().filter(step -> !over(step)).count() - lines.size();
        if (waiting > 0) {
            lines.add(new Line(Mark.WAITING, "%d more to come".formatted(waiting)));
        }
        lines.add(bar(snapshot, now));
        return lines;
    }

    private static Line bar(Snapshot snapshot, Instant now) {
        long done = snapshot.steps().stream().filter(ProgressLayout::over).count();
        int total = Math.max(1, snapshot.run().stepsSummary().total());
        int filled = (int) (BAR_WIDTH * Math.min(done, total) / total);
        var elapsed = snapshot.run()
                .startedAt()
                .map(start -> Duration.between(start, now))
                .orElse(Duration.ZERO);
        return new Line(
                Mark.NONE,
                "%d of %d steps [%s%s] %s"
                        .formatted(
                                done,
                                total,
                                "=".repeat(filled),
                                " ".repeat(BAR_WIDTH - filled),
                                DurationText.clock(elapsed)));
    }

    private static Line line(Mark mark, StepView step, String what) {
        return new Line(mark, "%%-%ds %%s".formatted(NAME_WIDTH).formatted(step.stepId(), what));
    }

    private static String running(StepView step, Instant now) {
        Optional<Instant> retry = step.nextAttemptAt().filter(now::isBefore);
        if (retry.isPresent()) {
            return "attempt %d failed, next in %s"
                    .formatted(step.attempt(), DurationText.clock(Duration.between(now, retry.get())));
        }
        var elapsed = step.startedAt().map(start -> " " + DurationText.clock(Duration.between(start, now)));
        return "running" + elapsed.orElse("") + (step.attempt() > 1 ? ", attempt " + step.attempt() : "");
    }

    private static String source(StepView step) {
        return switch (step.origin().orElse("")) {
            case "BASE_RUN" -> "the base run";
            case "IN_FLIGHT" -> "another run's execution";
            case "HOT_CACHE", "COLD_CACHE" -> "the cache";
            default -> "an earlier run";
        };
    }

    private static String duration(StepView step) {
        return DurationText.of(Duration.ofMillis(step.durationMs().orElse(0L)));
    }

    private static String cause(StepErrorView error) {
        return " " + error.code() + ": " + error.message().replaceAll("\\R.*", "");
    }
}
