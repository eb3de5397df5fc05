package dev.runengine.cli.demo;

import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.cli.progress.RunOutcome;
import dev.runengine.cli.progress.Snapshot;

/** How a run of the demonstration must end, or the engine does not do what it is for. */
enum Expectation {
    FIRST_BUILD("The build", 13, 0),
    AUDIO_UPDATE("The audio update", 4, 9);

    private final String run;
    private final int executed;
    private final int reused;

    Expectation(String run, int executed, int reused) {
        this.run = run;
        this.executed = executed;
        this.reused = reused;
    }

    void check(Snapshot snapshot, boolean reuse) {
        RunOutcome.check(snapshot);
        int ran = snapshot.executed().size();
        int taken = snapshot.reused().size();
        // With reuse, how many of the steps still run depends on what earlier runs left in the cache.
        boolean met = reuse ? ran + taken == executed + reused && ran <= executed : ran == executed && taken == reused;
        if (!met) {
            throw new CommandFailure(
                    ExitCode.RUN_FAILED,
                    run + " did not end as it must",
                    "expected %d steps executed and %d reused, got %d and %d".formatted(executed, reused, ran, taken),
                    "run-engine run " + snapshot.run().id() + " shows its steps");
        }
    }
}
