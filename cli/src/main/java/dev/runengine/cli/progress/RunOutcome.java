package dev.runengine.cli.progress;

import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.client.wire.RunErrorView;
import java.util.List;

/** What the end of a run means for the command that waited for it. */
public final class RunOutcome {
    private RunOutcome() {}

    /** @throws CommandFailure when the run did not complete */
    public static void check(Snapshot snapshot) {
        switch (snapshot.run().status()) {
            case "completed" -> {}
            case "cancelled" ->
                throw new CommandFailure(
                        ExitCode.RUN_CANCELLED,
                        "The run was cancelled",
                        "run " + snapshot.run().id(),
                        "");
            default -> throw failed(snapshot);
        }
    }

    private static CommandFailure failed(Snapshot snapshot) {
        var error = snapshot.run().error();
        var title = error.flatMap(RunErrorView::failedStepId)
                .map(step -> "The run failed at " + step)
                .orElse("The run failed");
        var cause = error.map(e -> e.code() + ": " + e.message()).orElse("no reason was given");
        var id = snapshot.run().id();
        return new CommandFailure(
                ExitCode.RUN_FAILED,
                title,
                List.of(cause, "run " + id),
                "finished steps are kept; try the rest again with: run-engine retry " + id);
    }
}
