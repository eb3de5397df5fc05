package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are told to stop while they work, as a deployment does it. Their lease is longer than the test. */
class HandOverTest {
    private static final int NODES = 2;
    private static final int RUNS = 4;
    private static final int WORK_MS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatMayEndInTimeIsNeitherLostNorRepeated() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options)) {
            assertThat(stopOne(fleet)).as("executions").isEqualTo(RUNS * Campaign.STEPS);
        }
    }

    @Test
    void stepsThatOutlastTheGraceAreRepeatedAndCountAsLostNowhere() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options.withGrace(Duration.ZERO))) {
            assertThat(stopOne(fleet)).as("executions").isGreaterThan(RUNS * Campaign.STEPS);
        }
    }

    /** @return how many executions there were */
    private static int stopOne(Fleet fleet) throws Exception {
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
        var busy = Patience.found("a node that works", PATIENCE, occupancy::busy);
        fleet.node(busy).stop();
        fleet.awaitOver(runs, PATIENCE);
        for (int n = 0; n < RUNS; n++) {
            WholeRun.assertWhole(fleet, "run" + n, runs.get(n), 0);
        }
        return occupancy.starts();
    }
}
