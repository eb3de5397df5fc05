package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit of executions at once, over two nodes of which one is killed. */
class FleetLimitTest {
    private static final int LIMIT = 3;
    private static final int RUNS = 6;
    private static final int WORK_MS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void isNeverExceededAndUsedFullyAndTheShareOfADeadNodeComesBack() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options.withLimit(LIMIT).withMaxRuns(RUNS / 2))) {
            var occupancy = new Occupancy();
            fleet.observe(occupancy);
            var victim = fleet.launch();
            var survivor = fleet.launch();
            victim.awaitReady();
            survivor.awaitReady();
            var runs = new ArrayList<UUID>();
            for (int n = 0; n < RUNS; n++) {
                runs.add(fleet.trigger("run" + n, WORK_MS));
            }
            Patience.until(
                    "both execute, and all there is is used",
                    PATIENCE,
                    () -> occupancy.most() == LIMIT
                            && occupancy.nodes().size() == 2
                            && occupancy.of(victim.name()) > 0);
            occupancy.dies(victim.name());
            victim.kill();
            Patience.until("the other has all of it", PATIENCE, () -> occupancy.of(survivor.name()) == LIMIT);
            fleet.awaitOver(runs, PATIENCE);
            assertThat(occupancy.most()).isEqualTo(LIMIT);
            for (int n = 0; n < RUNS; n++) {
                WholeRun.assertWhole(fleet, "run" + n, runs.get(n), 1);
            }
        }
    }
}
