package dev.runengine.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunState;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How runs share commits. */
class GroupCommitTest {
    private static final Outcome COMMITTED = new Outcome.Committed(Optional.empty(), Map.of());

    private final List<List<Long>> batches = new CopyOnWriteArrayList<>();
    private final Signal firstIsIn = new Signal();
    private final Signal goOn = new Signal();

    @Test
    void whatComesDuringACommitIsInTheNextOneTogether() throws Exception {
        var commits = new GroupCommit(this::holdTheFirst);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            outcomes.add(CompletableFuture.supplyAsync(() -> commit(commits, 0), threads));
            firstIsIn.await();
            var waiting = new ArrayList<Thread>();
            for (int run = 1; run <= 5; run++) {
                var outcome = new CompletableFuture<Outcome>();
                outcomes.add(outcome);
                int number = run;
                waiting.add(Thread.ofPlatform().start(() -> outcome.complete(commit(commits, number))));
            }
            for (var thread : waiting) {
                awaitBlocked(thread);
            }
            goOn.give();

            for (var outcome : outcomes) {
                assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(COMMITTED);
            }
            assertThat(batches).hasSize(2);
            assertThat(batches.getFirst()).containsExactly(0L);
            assertThat(batches.get(1)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void whoeverGivesUpWaitingLeavesTheLeadToTheNext() throws Exception {
        var commits = new GroupCommit(this::holdTheFirst);
        var first = inTheBackground(commits, 0);
        firstIsIn.await();
        var impatient = Thread.ofPlatform().start(() -> assertThatThrownBy(() -> commits.commit(entry(1)))
                .isInstanceOf(InterruptedException.class));
        awaitBlocked(impatient);
        var patient = new CompletableFuture<Outcome>();
        awaitBlocked(Thread.ofPlatform().start(() -> patient.complete(commit(commits, 2))));
        impatient.interrupt();
        impatient.join();
        goOn.give();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(COMMITTED);
        assertThat(patient.get(20, TimeUnit.SECONDS)).isEqualTo(COMMITTED);
        assertThat(batches).containsExactly(List.of(0L), List.of(2L));
    }

    private static CompletableFuture<Outcome> inTheBackground(GroupCommit commits, long run) {
        var outcome = new CompletableFuture<Outcome>();
        Thread.ofVirtual().start(() -> outcome.complete(commit(commits, run)));
        return outcome;
    }

    @Test
    void anIdleNodeCommitsAtOnce() throws InterruptedException {
        goOn.give();
        assertThat(new GroupCommit(this::holdTheFirst).commit(entry(7))).isEqualTo(COMMITTED);
        assertThat(batches).containsExactly(List.of(7L));
    }

    @Test
    void aBrokenJournalIsSaidToWhoeverLedAndTheNextGoesOn() throws InterruptedException {
        var broken = new ArrayList<>(List.of(true));
        var commits = new GroupCommit(batch -> {
            if (!broken.isEmpty()) {
                broken.clear();
                throw new IllegalStateException("broken");
            }
            return record(batch);
        });

        assertThatThrownBy(() -> commits.commit(entry(1))).isInstanceOf(IllegalStateException.class);
        assertThat(commits.commit(entry(2))).isEqualTo(COMMITTED);
        assertThat(batches).as("the broken one is not tried again").containsExactly(List.of(2L));
    }

    private List<Outcome> holdTheFirst(List<Entry> batch) throws InterruptedException {
        if (batches.isEmpty()) {
            firstIsIn.give();
            goOn.await();
        }
        return record(batch);
    }

    private List<Outcome> record(List<Entry> batch) {
        batches.add(batch.stream()
                .map(entry -> entry.ownership().runId().getLeastSignificantBits())
                .toList());
        return batch.stream().map(_ -> COMMITTED).toList();
    }

    private static Outcome commit(GroupCommit commits, long run) {
        try {
            return commits.commit(entry(run));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thread that waits for the commit in progress has put its entry into the queue before. */
    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Entry entry(long run) {
        var id = new UUID(1, run);
        var state = RunState.queued(
                id,
                "acme",
                TestFlows.compile(TestFlows.flow("f", "a")),
                Json.object(),
                CacheFlags.DEFAULT,
                Optional.empty());
        return new Journal.Entry(new Ownership(id, 1, 1), state, List.of(), Instant.EPOCH);
    }
}
