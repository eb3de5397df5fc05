package dev.runengine.cli.progress;

import dev.runengine.client.wire.RunView;
import dev.runengine.client.wire.StepView;
import dev.runengine.client.wire.StepsSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs that say only what a display looks at. */
final class Runs {
    static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private static final UUID ID = new UUID(0, 1);

    private Runs() {}

    static StepView step(String id, String status) {
        return new StepView(
                ID,
                id,
                id,
                status,
                Optional.empty(),
                Optional.empty(),
                status.equals("running") ? 1 : 0,
                List.of(),
                Optional.empty(),
                status.equals("skipped"),
                status.equals("skipped") ? Optional.of("BASE_RUN") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(START),
                Optional.empty(),
                status.equals("completed") ? Optional.of(4_250L) : Optional.empty(),
                Optional.empty());
    }

    static Snapshot run(String status, StepView... steps) {
        var run = new RunView(
                ID,
                "campaign.build.v1",
                "1.0.0",
                "initial",
                Optional.empty(),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new StepsSummary(steps.length, 0, 0, 0, 0, 0, 0),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(START),
                Optional.empty(),
                START,
                START);
        return new Snapshot(run, List.of(steps));
    }
}
