package dev.runengine.cli.progress;

import dev.runengine.client.wire.RunView;
import dev.runengine.client.wire.StepView;
import java.util.List;

/** A run and its steps as last seen; the steps are final when the run is over. */
public record Snapshot(RunView run, List<StepView> steps) {
    public Snapshot {
        steps = List.copyOf(steps);
    }

    /** Steps whose result was reused. */
    public List<StepView> reused() {
        return withStatus("skipped");
    }

    /** Steps that were executed to the end. */
    public List<StepView> executed() {
        return withStatus("completed");
    }

    List<StepView> withStatus(String status) {
        return steps.stream().filter(step -> step.status().equals(status)).toList();
    }
}
