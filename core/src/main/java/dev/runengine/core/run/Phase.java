package dev.runengine.core.run;

import java.time.Instant;

/** Where a run stands as a whole. */
public sealed interface Phase {
    RunStatus status();

    record Queued() implements Phase {
        @Override
        public RunStatus status() {
            return RunStatus.QUEUED;
        }
    }

    record Running() implements Phase {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    /** Its owner is about to give it up: what executes may finish, what follows is for the next owner to start. */
    record Draining() implements Phase {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    /** A step failed for good; what executes may finish, nothing new starts. */
    record Failing(RunError error) implements Phase {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    /** Cancelled, or out of time: what executes has been told to stop. */
    record Stopping(Ended.Outcome outcome) implements Phase {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    record Ended(Outcome outcome, Instant at) implements Phase {
        @Override
        public RunStatus status() {
            return switch (outcome) {
                case Outcome.Completed _ -> RunStatus.COMPLETED;
                case Outcome.Failed _ -> RunStatus.FAILED;
                case Outcome.Cancelled _ -> RunStatus.CANCELLED;
            };
        }

        /** How a run can end. */
        public sealed interface Outcome {
            record Completed() implements Outcome {}

            record Failed(RunError error) implements Outcome {}

            record Cancelled() implements Outcome {}
        }
    }
}
