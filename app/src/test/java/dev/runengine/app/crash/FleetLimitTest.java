package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit of executions at once, over two nodes of which one is killed. */
class FleetLimitTest {
    private static final int LIMIT = 3;
    private static final int RUNS = 6;
    private static final int WORK_MS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void isNeverExceededAndUsedFullyAndTheShareOfADeadNodeComesBack() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options.withLimit(LIMIT).withMaxRuns(RUNS / 2))) {
            var occupancy = new Occupancy();
            fleet.observe(occupancy);
            var nodes = List.of(fleet.launch(), fleet.launch());
            for (var node : nodes) {
                node.awaitReady();
            }
            var runs = new ArrayList<UUID>();
            for (int n = 0; n < RUNS; n++) {
                runs.add(fleet.trigger("run" + n, WORK_MS));
            }
            Patience.until(
                    "both execute, and all there is is used",
                    PATIENCE,
                    () -> occupancy.most() == LIMIT && occupancy.nodes().size() == nodes.size());
            var victim = Patience.found("one that executes", PATIENCE, occupancy::busy);
            occupancy.dies(victim);
            fleet.node(victim).kill();
            var survivor = fleet.alive().getFirst().name();
            Patience.until("the other has all of it", PATIENCE, () -> occupancy.of(survivor) == LIMIT);
            fleet.awaitOver(runs, PATIENCE);
            assertThat(occupancy.most()).isEqualTo(LIMIT);
            for (int n = 0; n < RUNS; n++) {
                WholeRun.assertWhole(fleet, "run" + n, runs.get(n), 1);
            }
        }
    }
}
