package dev.runengine.runtime.engine;

import dev.runengine.core.plan.Promise.Broken;
import java.util.List;

/** What became of a wish to execute a plan. */
public sealed interface PlanOutcome {
    /** It is executed. Asked for again, the same run is the answer. */
    record Queued(QueuedRun run) implements PlanOutcome {}

    /**
     * The plan does not hold any more; nothing was done.
     *
     * @param broken where another plan would now say something else; empty when it has expired
     * @param now that other plan, to be asked for instead
     */
    record Stale(List<Broken> broken, PlannedUpdate now) implements PlanOutcome {
        public Stale {
            broken = List.copyOf(broken);
        }
    }
}
