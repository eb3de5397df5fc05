package dev.runengine.core.run;

/** How many steps have which status. */
public record Tally(int pending, int running, int completed, int skipped, int failed, int cancelled) {

    public int total() {
        return pending + running + completed + skipped + failed + cancelled;
    }

    public int done() {
        return completed + skipped;
    }

    static Tally of(Iterable<StepState> steps) {
        var tally = new Tally(0, 0, 0, 0, 0, 0);
        for (var step : steps) {
            tally = tally.plus(step.status(), 1);
        }
        return tally;
    }

    Tally moved(StepStatus from, StepStatus to) {
        return from == to ? this : plus(from, -1).plus(to, 1);
    }

    private Tally plus(StepStatus status, int n) {
        return switch (status) {
            case PENDING -> new Tally(pending + n, running, completed, skipped, failed, cancelled);
            case RUNNING -> new Tally(pending, running + n, completed, skipped, failed, cancelled);
            case COMPLETED -> new Tally(pending, running, completed + n, skipped, failed, cancelled);
            case SKIPPED -> new Tally(pending, running, completed, skipped + n, failed, cancelled);
            case FAILED -> new Tally(pending, running, completed, skipped, failed + n, cancelled);
            case CANCELLED -> new Tally(pending, running, completed, skipped, failed, cancelled + n);
        };
    }
}
