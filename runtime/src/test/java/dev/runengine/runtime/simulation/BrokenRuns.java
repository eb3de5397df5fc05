package dev.runengine.runtime.simulation;

import dev.runengine.core.run.StepState;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.testing.PassingRuns;
import java.util.Optional;
import java.util.UUID;

/** Stores whose runs are not what was recorded once a new owner loads them. */
final class BrokenRuns {
    private BrokenRuns() {}

    /** What was done is to be done again. */
    static final class Forgetful implements Sabotage {
        @Override
        public RunStore runs(RunStore honest) {
            return new Altered(honest) {
                @Override
                StepState altered(StepState step) {
                    return step instanceof StepState.Done ? new StepState.Waiting(step.counters(), 0) : step;
                }
            };
        }
    }

    /** What was executing when its owner was lost goes on under a key that nobody has seen. */
    static final class Rekeying implements Sabotage {
        @Override
        public RunStore runs(RunStore honest) {
            return new Altered(honest) {
                @Override
                StepState altered(StepState step) {
                    return step instanceof StepState.Executing executing
                            ? new StepState.Executing(
                                    executing.counters(),
                                    executing.prepared(),
                                    executing.decision(),
                                    new UUID(0, executing.counters().attempt()),
                                    executing.startedAt(),
                                    executing.last(),
                                    executing.job())
                            : step;
                }
            };
        }
    }

    private abstract static class Altered extends PassingRuns {
        Altered(RunStore honest) {
            super(honest);
        }

        abstract StepState altered(StepState step);

        @Override
        public Optional<RecordedRun> load(UUID runId) {
            return super.load(runId)
                    .map(run -> new RecordedRun(
                            run.runId(),
                            run.tenant(),
                            run.workflowName(),
                            run.workflowVersion(),
                            run.trigger(),
                            run.cache(),
                            run.base(),
                            run.status(),
                            run.startedAt(),
                            run.steps().stream().map(this::altered).toList(),
                            run.pausedFor(),
                            run.cancelRequested()));
        }
    }
}
