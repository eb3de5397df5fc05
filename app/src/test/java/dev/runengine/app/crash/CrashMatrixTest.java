package dev.runengine.app.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes are killed at every write of the journal. Run one point again with {@code -Dcrash.point=N}; choose another sample
 * with {@code -Dcrash.seed=N}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashMatrixTest {
    private static final int NODES = 2;
    private static final int SAMPLE = 8;

    @TempDir
    private static Path folder;

    private Fleet fleet;
    private final Tally tally = new Tally();

    @BeforeAll
    void start() throws Exception {
        fleet = Fleet.on(folder, UnaryOperator.identity());
    }

    @AfterAll
    void stop() throws IOException {
        fleet.close();
        System.out.println("Crash matrix: " + tally);
    }

    static Stream<KillPoint> sample() {
        var all = new ArrayList<>(KillPoint.all());
        var one = Integer.getInteger("crash.point");
        if (one != null) {
            return Stream.of(all.get(one));
        }
        Collections.shuffle(all, new Random(Long.getLong("crash.seed", 1)));
        return all.stream().limit(SAMPLE);
    }

    static Stream<KillPoint> all() {
        return KillPoint.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sample")
    void aKilledNodeLosesNothingAndOnlyWhatItWasExecutingIsExecutedAgain(KillPoint point) throws Exception {
        killAt(point);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("long")
    void atNoWriteOfTheJournalDoesADeathLoseOrRepeatMoreThanThat(KillPoint point) throws Exception {
        killAt(point);
    }

    private void killAt(KillPoint point) throws Exception {
        while (fleet.alive().size() < NODES) {
            fleet.launch();
        }
        for (var node : fleet.alive()) {
            node.awaitReady();
        }
        tally.add(new Trial(fleet, point).run());
    }
}
