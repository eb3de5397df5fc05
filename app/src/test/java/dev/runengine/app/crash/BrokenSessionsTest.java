package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All sessions end at once, as when the database is restarted; the nodes live. */
class BrokenSessionsTest {
    private static final int NODES = 2;
    private static final int RUNS = 4;
    private static final int WORK_MS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void noNodeTakesAnotherForDeadThatHasLostTouchLikeItself() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options.withMaxRuns(RUNS - 1))) {
            var occupancy = new Occupancy();
            fleet.observe(occupancy);
            for (int n = 0; n < NODES; n++) {
                fleet.launch();
            }
            for (var node : fleet.alive()) {
                node.awaitReady();
            }
            var runs = new ArrayList<UUID>();
            for (int n = 0; n < RUNS; n++) {
                runs.add(fleet.trigger("run" + n, WORK_MS));
            }
            Patience.until("all work", PATIENCE, () -> occupancy.nodes().size() == NODES);
            assertThat(fleet.rows().endSessions()).isGreaterThan(NODES);
            fleet.awaitOver(runs, PATIENCE);
            for (int n = 0; n < RUNS; n++) {
                WholeRun.assertWhole(fleet, "run" + n, runs.get(n), 0);
            }
            assertThat(occupancy.starts()).as("executions").isEqualTo(RUNS * Campaign.STEPS);
        }
    }
}
