package dev.runengine.app.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What came of all trials of a call. */
final class Tally {
    private final List<Trial.Figures> figures = new ArrayList<>();
    private final long began = System.nanoTime();

    void add(Trial.Figures trial) {
        figures.add(trial);
    }

    private int sum(ToIntFunction<Trial.Figures> figure) {
        return figures.stream().mapToInt(figure).sum();
    }

    private Duration recovery(double share) {
        var sorted = figures.stream().map(Trial.Figures::recovery).sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    @Override
    public String toString() {
        if (figures.isEmpty()) {
            return "no trial";
        }
        return """
                %d points passed in %d s: %d runs, %d deaths, %d of them at a write of several runs; %d executions, %d of \
                them repeated, all of steps in flight at a death; 0 steps lost, 0 jobs submitted twice, %d steps held; \
                from the last death to the end of all runs p50 %d ms, longest %d ms\
                """.formatted(
                        figures.size(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        sum(Trial.Figures::runs),
                        sum(Trial.Figures::deaths),
                        sum(trial -> trial.together() > 1 ? 1 : 0),
                        sum(Trial.Figures::executions),
                        sum(Trial.Figures::repeated),
                        sum(Trial.Figures::held),
                        recovery(0.5).toMillis(),
                        recovery(1).toMillis());
    }
}
