package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node stands still for longer than its lease: a frozen container, a machine that was moved. */
class PausedNodeTest {
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WORK_MS = 10;

    @TempDir
    private Path folder;

    @Test
    void whatItStillWritesChangesNothingAndThenItServesNewRuns() throws Exception {
        try (var fleet = Fleet.on(folder, options -> options.withLease(LEASE))) {
            var scene = new Scene();
            fleet.observe(scene);
            var stale = fleet.launch().awaitReady();
            var runs = List.of(
                    fleet.trigger("first", WORK_MS), fleet.trigger("second", WORK_MS), fleet.trigger("third", WORK_MS));
            scene.awaitWrite();
            stale.pause();
            var heir = fleet.launch().awaitReady();
            fleet.awaitOver(runs, PATIENCE);
            var ended = everything(fleet, runs);
            scene.forgetStarts();

            stale.goOn();
            scene.letWrite();
            Patience.until("it is a worker again", PATIENCE, () -> fleet.rows().hasWorker(stale.name()));
            assertThat(everything(fleet, runs)).as("after the late write").isEqualTo(ended);

            heir.stop();
            var next = fleet.trigger("next", WORK_MS);
            fleet.awaitOver(List.of(next), PATIENCE);
            assertThat(scene.starts())
                    .as("it starts nothing of what it lost, and all of what is new")
                    .hasSize(Campaign.STEPS)
                    .allSatisfy(execution -> assertThat(execution.node()).isEqualTo(stale.name()))
                    .allSatisfy(execution -> assertThat(execution.run()).isEqualTo("next"));
            assertThat(everything(fleet, runs)).as("at last").isEqualTo(ended);
            WholeRun.assertWhole(fleet, "next", next, 0);
        }
    }

    private static List<String> everything(Fleet fleet, List<UUID> runs) {
        return runs.stream()
                .flatMap(run -> fleet.rows().everything(run).stream())
                .toList();
    }

    /** Keeps the first result that a node wants to record from being written until it is told to let it. */
    private static final class Scene implements Observer {
        private static final String RESULT = "generate_bgm_track:completed";

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch allowed = new CountDownLatch(1);
        private final CountDownLatch written = new CountDownLatch(1);
        private final Queue<Execution> starts = new ConcurrentLinkedQueue<>();

        @Override
        public void writing(String node, List<Recording> write) throws InterruptedException {
            if (reached.getCount() > 0
                    && write.stream().anyMatch(recording -> recording.what().equals(RESULT))) {
                reached.countDown();
                allowed.await();
            }
        }

        @Override
        public void written(String node, List<Recording> write) {
            if (allowed.getCount() == 0) {
                written.countDown();
            }
        }

        @Override
        public void started(Execution execution) {
            starts.add(execution);
        }

        void awaitWrite() throws InterruptedException {
            await(reached);
        }

        /** Returns once it was tried. */
        void letWrite() throws InterruptedException {
            allowed.countDown();
            await(written);
        }

        private static void await(CountDownLatch signal) throws InterruptedException {
            assertThat(signal.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        void forgetStarts() {
            starts.clear();
        }

        List<Execution> starts() {
            return List.copyOf(starts);
        }
    }
}
